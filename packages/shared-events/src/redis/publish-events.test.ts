import { openTestRedis } from '@milepost/local-stack/test-redis'
import { beforeEach, expect, test } from 'vitest'
import { publishEvents } from './publish-events.ts'

const { redis } = await openTestRedis()
beforeEach(() => redis.flushdb())

const stream = 'events:test'
const publish = (lastKnownId: string | undefined, ...events: string[]) =>
  publishEvents(redis, { stream, lastKnownId, events })

test('events are added in order, each with an id of its own', async () => {
  const ids = await publish(undefined, 'a', 'b', 'c')
  const entries = await redis.xrange(stream, '-', '+')
  expect(entries).toEqual(ids?.map((id, i) => [id, ['event', 'abc'[i]]]))
})

test('nothing is added to a stream that is missing, or that ends before what it is known to have had', async () => {
  expect(await publish('5-0', 'a')).toBeUndefined()
  expect(await redis.exists(stream)).toBe(0)
  await redis.xadd(stream, '4-9', 'event', 'old')
  expect(await publish('5-0', 'a')).toBeUndefined()
  await redis.xadd(stream, '5-0', 'event', 'old')
  expect(await publish('5-1', 'a')).toBeUndefined()
  expect(await publish('5-0', 'a')).toHaveLength(1)
})

test('a stream whose entries were trimmed or deleted has lost nothing', async () => {
  const [last] = (await publish(undefined, 'a')) ?? []
  await redis.xtrim(stream, 'MAXLEN', 0)
  expect(await publish(last, 'b')).toHaveLength(1)
})

test('no events at all only asks whether the stream is whole', async () => {
  const [last] = (await publish(undefined, 'a')) ?? []
  expect(await publish(last)).toEqual([])
  await redis.flushdb()
  expect(await publish(last)).toBeUndefined()
})
