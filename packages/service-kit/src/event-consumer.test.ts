import { randomUUID } from 'node:crypto'
import { replayDeadLetters } from '@milepost/shared-events/redis/dead-letters'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import {
  consumerHarness,
  eventNumber,
  group,
  stream,
  thingHappened,
} from '#test/consumer-harness.ts'
import { until } from '#test/harness.ts'
import { on } from './reaction.ts'

const { redis, openConsumer, send, applied, appliedAre, nothingPending, deadLetters } =
  await consumerHarness()

test('events are applied in order, and those from before the group existed too', async () => {
  await send(eventNumber(1), eventNumber(2))
  openConsumer()
  await appliedAre(1, 2)
  await send(eventNumber(3))
  await appliedAre(1, 2, 3)
  await nothingPending()
})

test('an event delivered twice counts once', async () => {
  const event = eventNumber(1)
  await send(event, event)
  openConsumer()
  await send(event, eventNumber(2))
  await appliedAre(1, 2)
  await nothingPending()
})

test('two processes share the work and each event counts once', async () => {
  openConsumer()
  openConsumer()
  for (let number = 0; number < 50; number++) await send(eventNumber(number))
  await until(async () => (await applied()).length === 50)
  expect((await applied()).sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, i) => i))
})

test('a reaction that fails leaves nothing behind and is tried again', async () => {
  let attempts = 0
  openConsumer({
    reactions: [
      on(thingHappened, async ({ number }, tx) => {
        await tx.execute(sql`insert into applied (number) values (${number})`)
        if (++attempts < 3) throw new Error('not yet')
      }),
    ],
  })
  await send(eventNumber(1))
  await appliedAre(1)
  expect(attempts).toBe(3)
  await nothingPending()
})

test('a poison event is a dead letter after five tries, and the others pass meanwhile', async () => {
  const attempts = new Map<number, number>()
  const { lines } = openConsumer({
    reactions: [
      on(thingHappened, async ({ number }, tx) => {
        attempts.set(number, (attempts.get(number) ?? 0) + 1)
        if (number === 13) throw new Error('poison')
        await tx.execute(sql`insert into applied (number) values (${number})`)
      }),
    ],
  })
  await send(eventNumber(1), eventNumber(13), eventNumber(2))
  await appliedAre(1, 2)
  await send(eventNumber(3))
  await appliedAre(1, 2, 3)

  await until(async () => (await deadLetters()).length === 1)
  expect(await deadLetters()).toEqual([
    {
      event: expect.stringContaining('"number":13'),
      reason: 'poison',
      group,
      stream_id: expect.any(String),
      deliveries: '5',
    },
  ])
  // Before those five it failed together with its neighbours.
  expect(attempts.get(13)).toBe(1 + 5)
  await nothingPending()
  expect(lines).toContainEqual(
    expect.objectContaining({
      level: 'ERROR',
      fields: expect.objectContaining({ correlation_id: 'req-number-13', reason: 'poison' }),
    }),
  )
})

test('a dead letter that is replayed is applied once its reaction is mended', async () => {
  const broken = openConsumer({
    deliveriesMax: 1,
    reactions: [
      on(thingHappened, async () => {
        throw new Error('a bug')
      }),
    ],
  })
  await send(eventNumber(1))
  await until(async () => (await deadLetters()).length === 1)
  await broken.close()

  openConsumer()
  expect(await replayDeadLetters(redis, stream)).toBe(1)
  await appliedAre(1)
  expect(await deadLetters()).toEqual([])
})

test('what cannot be read is a dead letter at once', async () => {
  openConsumer()
  await redis.xadd(stream, '*', 'event', '{"event_type":')
  await redis.xadd(stream, '*', 'something', 'else')
  await send({ ...eventNumber(1), number: 'one' })
  await send(eventNumber(2))
  await appliedAre(2)
  await until(async () => (await deadLetters()).length === 3)
  await nothingPending()
})

test('an event of a type we do not know is acknowledged and forgotten', async () => {
  openConsumer()
  await send({ ...eventNumber(1), event_type: 'thing.renamed' }, eventNumber(2))
  await appliedAre(2)
  await nothingPending()
  expect(await deadLetters()).toEqual([])
})

test('the lag and what became of each event are counted', async () => {
  const { metrics } = openConsumer()
  await send(eventNumber(1), { ...eventNumber(2), event_type: `thing.${randomUUID()}` })
  await appliedAre(1)
  await nothingPending()
  const text = await metrics.registry.metrics()
  expect(text).toMatch(/events_consumed_total\{type="thing.happened",outcome="applied".*\} 1/)
  expect(text).toMatch(/events_consumed_total\{type="other",outcome="ignored".*\} 1/)
})
