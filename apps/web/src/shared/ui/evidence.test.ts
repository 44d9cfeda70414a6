import { expect, test } from 'vitest'
import { fact } from '#test/portfolio.ts'
import { inReadingOrder, neighbour } from './evidence.ts'

const numbered = fact({ key: 'b', index: 2 })
const earlier = fact({ key: 'a', index: 1 })
const bare = { ...fact({ key: 'c' }), index: null }

test('numbers with an index come first, in its order; the others follow as the page has them', () => {
  const keys = inReadingOrder([numbered, earlier], [bare]).map(({ key }) => key)
  expect(keys).toEqual(['a', 'b', 'c'])
})

test('a number that two sources know stands once, as the first one says it', () => {
  const all = inReadingOrder([earlier], [{ ...bare, key: 'a' }])
  expect(all).toEqual([earlier])
})

test('walking goes round at both ends', () => {
  const all = [earlier, numbered]
  expect(neighbour(all, 'b', 1)).toBe('a')
  expect(neighbour(all, 'a', -1)).toBe('b')
})
