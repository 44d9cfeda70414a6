import { openTestRedis } from '@milepost/local-stack/test-redis'
import { beforeEach, expect, test } from 'vitest'
import { trimStream } from './trim-stream.ts'

const { redis } = await openTestRedis()
const stream = 'events:test'
const trim = (keep: number) => trimStream(redis, { stream, keep })
const ids = async () => (await redis.xrange(stream, '-', '+')).map(([id]) => id)

beforeEach(async () => {
  await redis.flushdb()
  for (let number = 1; number <= 10; number++) await redis.xadd(stream, `${number}-0`, 'event', 'x')
})

const read = (group: string, count: number) =>
  redis.xreadgroup('GROUP', group, 'reader', 'COUNT', count, 'STREAMS', stream, '>')

test('a stream nobody has a group for keeps everything', async () => {
  expect(await trim(0)).toBe(0)
  expect(await ids()).toHaveLength(10)
})

test('entries that a group has yet to be given are kept', async () => {
  await redis.xgroup('CREATE', stream, 'quick', '0')
  await redis.xgroup('CREATE', stream, 'slow', '0')
  await read('quick', 10)
  await redis.xack(stream, 'quick', ...(await ids()))
  await trim(0)
  expect(await ids()).toHaveLength(10)

  await read('slow', 4)
  await redis.xack(stream, 'slow', '1-0', '2-0', '3-0', '4-0')
  await trim(0)
  expect(await ids()).toEqual(['4-0', '5-0', '6-0', '7-0', '8-0', '9-0', '10-0'])
})

test('entries a group was given and has not acknowledged are kept', async () => {
  await redis.xgroup('CREATE', stream, 'slow', '0')
  await read('slow', 10)
  await redis.xack(stream, 'slow', '1-0', '2-0', '4-0')
  await trim(0)
  expect((await ids()).at(0)).toBe('3-0')
})

test('the newest are kept even when every group is done', async () => {
  await redis.xgroup('CREATE', stream, 'quick', '0')
  await read('quick', 10)
  await redis.xack(stream, 'quick', ...(await ids()))
  await trim(6)
  expect(await ids()).toEqual(['5-0', '6-0', '7-0', '8-0', '9-0', '10-0'])
})

test('a missing stream is no error', async () => {
  await redis.flushdb()
  expect(await trim(0)).toBe(0)
})
