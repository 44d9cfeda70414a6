import { randomUUID } from 'node:crypto'
import { processedEvents } from '@milepost/db-schemas/timesheets'
import { openTestDatabase } from '@milepost/local-stack/test-database'
import { openTestRedis } from '@milepost/local-stack/test-redis'
import { defineEvent } from '@milepost/shared-events/define-event'
import { replayDeadLetters } from '@milepost/shared-events/redis/dead-letters'
import { publishEvents } from '@milepost/shared-events/redis/publish-events'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { openLink, testLog, until } from '#test/harness.ts'
import { type ConsumerOptions, startConsumer } from './event-consumer.ts'
import { createMetrics } from './metrics.ts'
import { openDatabase } from './open-database.ts'
import { openRedis } from './open-redis.ts'
import { on } from './reaction.ts'

const db = await openTestDatabase()
await db.execute(
  sql`create table applied (number int not null, at timestamptz default clock_timestamp())`,
)
const { url: redisUrl, redis } = await openTestRedis()

const stream = 'events:test'
const group = 'timesheet-service'
const thingHappened = defineEvent('thing.happened', z.object({ number: z.int() }))

let opened: (() => unknown)[] = []
afterEach(async () => {
  for (const close of opened) await close()
  opened = []
})
beforeEach(async () => {
  await redis.flushdb()
  await db.execute(sql`truncate applied, timesheets.processed_events`)
})

/** Writes the number down: what it did is in the database, or it did nothing. */
const writeDown = on(thingHappened, async ({ number }, tx) => {
  await tx.execute(sql`insert into applied (number) values (${number})`)
})

function openConsumer(options: Partial<ConsumerOptions> & { redisWay?: string } = {}) {
  const { redisWay = redisUrl, ...changed } = options
  const log = testLog()
  const metrics = createMetrics('test-service')
  const own = openRedis(redisWay, { onError: () => {}, name: 'consumer test' })
  const consumer = startConsumer({
    ...{ db, processedEvents, redis: own, group, streams: [stream], reactions: [writeDown] },
    ...{ log: log.log, metrics, retryAfterMs: 300 },
    ...changed,
  })
  opened.push(consumer.close, () => own.disconnect())
  return { ...consumer, lines: log.lines, metrics }
}

const eventNumber = (number: number) =>
  thingHappened.create({ number, correlation_id: `req-number-${number}`, actor_user_id: null })
const send = async (...events: object[]) =>
  publishEvents(redis, {
    ...{ stream, lastKnownId: undefined },
    events: events.map((event) => JSON.stringify(event)),
  })

async function applied(): Promise<number[]> {
  const { rows } = await db.execute<{ number: number }>(sql`select number from applied order by at`)
  return rows.map((row) => row.number)
}
const appliedAre = (...numbers: number[]) =>
  until(async () => (await applied()).join() === numbers.join())
const nothingPending = () =>
  until(async () => {
    const [pending] = (await redis.xpending(stream, group)) as [number]
    const [info] = (await redis.xinfo('GROUPS', stream)) as (string | number)[][]
    return pending === 0 && info?.[info.indexOf('lag') + 1] === 0
  })
const deadLetters = async () => {
  const entries = await redis.xrange(`${stream}:dead`, '-', '+')
  return entries.map(([, fields]) =>
    Object.fromEntries(fields.flatMap((name, i) => (i % 2 ? [] : [[name, fields[i + 1]]]))),
  )
}

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
  expect(attempts.get(13)).toBe(5)
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

test('after Redis was emptied the group is made again and what comes is applied within five seconds', async () => {
  openConsumer()
  const first = eventNumber(1)
  await send(first)
  await appliedAre(1)

  await redis.flushdb()
  await send(first, eventNumber(2))

  await until(async () => (await applied()).join() === '1,2', 5_000)
})

test('what a process took and never acknowledged is taken over by another', async () => {
  await send(eventNumber(1))
  await redis.xgroup('CREATE', stream, group, '0')
  await redis.xreadgroup('GROUP', group, 'a process that died', 'COUNT', 10, 'STREAMS', stream, '>')

  openConsumer()

  await appliedAre(1)
  await nothingPending()
})

test('an event that ends every process that tries it becomes a dead letter without another try', async () => {
  await send(eventNumber(1))
  await redis.xgroup('CREATE', stream, group, '0')
  await redis.xreadgroup('GROUP', group, 'a process that died', 'COUNT', 10, 'STREAMS', stream, '>')
  const [[id] = ['']] = await redis.xrange(stream, '-', '+')
  await redis.xclaim(stream, group, 'the fifth that died', 0, id, 'RETRYCOUNT', 5)

  openConsumer()

  await until(async () => (await deadLetters()).length === 1)
  expect(await applied()).toEqual([])
})

test('while the database is away events wait, in order, and none becomes a dead letter', async () => {
  const link = await openLink(db.url)
  const away = openDatabase(link.url, { onError: () => {}, applicationName: 'consumer test' })
  const { lines } = openConsumer({ db: away.db, retryAfterMs: 100 })
  openConsumer({ db: away.db, retryAfterMs: 100 })
  opened.push(away.close)
  await send(eventNumber(1))
  await appliedAre(1)

  link.cut()
  await send(eventNumber(2), eventNumber(3), eventNumber(4))
  await until(() => lines.some((line) => line.message === 'events wait for the database'))
  // Longer than five deliveries would take.
  const start = performance.now()
  await until(() => performance.now() - start > 1_500)
  link.mend()

  await until(async () => (await applied()).length === 4)
  expect(await deadLetters()).toEqual([])
})

test('while Redis is away nothing is lost, and the consumer goes on by itself', async () => {
  const link = await openLink(redisUrl)
  openConsumer({ redisWay: link.url })
  await send(eventNumber(1))
  await appliedAre(1)
  link.cut()
  await send(eventNumber(2))
  link.mend()
  await appliedAre(1, 2)
  await nothingPending()
})

test('closing finishes the batch at hand, and leaves the group', async () => {
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  let started = false
  const consumer = openConsumer({
    reactions: [
      on(thingHappened, async ({ number }, tx) => {
        started = true
        await held
        await tx.execute(sql`insert into applied (number) values (${number})`)
      }),
    ],
  })
  await send(eventNumber(1), eventNumber(2))
  await until(() => started)
  const closed = consumer.close()
  release()
  await closed

  expect(await applied()).toEqual([1, 2])
  await nothingPending()
  expect(await redis.xinfo('CONSUMERS', stream, group)).toEqual([])
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
