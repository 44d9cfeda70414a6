import { processedEvents } from '@milepost/db-schemas/timesheets'
import { openTestDatabase } from '@milepost/local-stack/test-database'
import { openTestRedis } from '@milepost/local-stack/test-redis'
import { defineEvent } from '@milepost/shared-events/define-event'
import { publishEvents } from '@milepost/shared-events/redis/publish-events'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, vi } from 'vitest'
import { z } from 'zod'
import { type ConsumerOptions, startConsumer } from '#event-consumer.ts'
import { createMetrics } from '#metrics.ts'
import { openRedis } from '#open-redis.ts'
import { on } from '#reaction.ts'
import { testLog, until } from './harness.ts'

export const stream = 'events:test'
export const group = 'timesheet-service'
export const thingHappened = defineEvent('thing.happened', z.object({ number: z.int() }))
export const eventNumber = (number: number) =>
  thingHappened.create({ number, correlation_id: `req-number-${number}`, actor_user_id: null })

/** A database, a Redis and consumers between them; what a test opens is closed after it. */
export async function consumerHarness() {
  // Outages and their backoff take seconds on a machine that is busy.
  vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 })
  const db = await openTestDatabase()
  await db.execute(
    sql`create table applied (number int not null, at timestamptz default clock_timestamp())`,
  )
  const { url: redisUrl, redis } = await openTestRedis()

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

  const send = async (...events: object[]) =>
    publishEvents(redis, {
      ...{ stream, lastKnownId: undefined },
      events: events.map((event) => JSON.stringify(event)),
    })

  async function applied(): Promise<number[]> {
    const { rows } = await db.execute<{ number: number }>(
      sql`select number from applied order by at`,
    )
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

  return {
    ...{
      db,
      redis,
      redisUrl,
      openConsumer,
      send,
      applied,
      appliedAre,
      nothingPending,
      deadLetters,
    },
    closeLater: (close: () => unknown) => opened.push(close),
  }
}
