import { expect, test } from 'vitest'
import { versionedCache } from './versioned-cache.ts'

const cacheOf = (bytesMax = 100) =>
  versionedCache<string>({ bytesMax, sizeOf: (text) => text.length })

test('a value is found for the version it was made from, and no other', async () => {
  const cache = cacheOf()
  await cache.make('board', '1', async () => ({ version: '1', value: 'one' }))
  expect(cache.find('board', '1')).toBe('one')
  expect(cache.find('board', '2')).toBeUndefined()
  expect(cache.find('other', '1')).toBeUndefined()
})

test('a value of a later version than asked for is kept under its own', async () => {
  const cache = cacheOf()
  const made = await cache.make('board', '1', async () => ({ version: '3', value: 'three' }))
  expect(made).toEqual({ version: '3', value: 'three' })
  expect(cache.find('board', '3')).toBe('three')
})

test('those who ask at the same time for the same version wait for one making of it', async () => {
  const cache = cacheOf()
  let makings = 0
  const make = async () => {
    makings += 1
    return { version: '1', value: 'one' }
  }
  await Promise.all(Array.from({ length: 10 }, () => cache.make('board', '1', make)))
  expect(makings).toBe(1)
})

test('a making that fails is tried again by the next who asks', async () => {
  const cache = cacheOf()
  const failing = cache.make('board', '1', async () => {
    throw new Error('no database')
  })
  await expect(failing).rejects.toThrow('no database')
  await cache.make('board', '1', async () => ({ version: '1', value: 'one' }))
  expect(cache.find('board', '1')).toBe('one')
})

test('beyond the budget the value unused for longest makes room', async () => {
  const cache = cacheOf(10)
  for (const key of ['a', 'b']) {
    await cache.make(key, '1', async () => ({ version: '1', value: 'xxxxx' }))
  }
  cache.find('a', '1')
  await cache.make('c', '1', async () => ({ version: '1', value: 'xxxxx' }))
  expect(['a', 'b', 'c'].map((key) => cache.find(key, '1') !== undefined)).toEqual([
    true,
    false,
    true,
  ])
})
