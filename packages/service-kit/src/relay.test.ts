import { outbox } from '@milepost/db-schemas/projects'
import { openTestDatabase } from '@milepost/local-stack/test-database'
import { openTestRedis } from '@milepost/local-stack/test-redis'
import { defineEvent } from '@milepost/shared-events/define-event'
import { asc, isNull, sql } from 'drizzle-orm'
import pg from 'pg'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { openLink, testLog, until } from '#test/harness.ts'
import { createMetrics } from './metrics.ts'
import { openRedis } from './open-redis.ts'
import { appendToOutbox } from './outbox.ts'
import { type Relay, startRelay } from './relay.ts'

// Outages and their backoff take seconds on a machine that is busy.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 })

const db = await openTestDatabase({ role: 'project_service' })
const { url: redisUrl, redis } = await openTestRedis()
const stream = 'events:test'
const thingHappened = defineEvent('thing.happened', z.object({ number: z.int() }))
const eventNumber = (number: number) =>
  thingHappened.create({ number, correlation_id: 'req-12345678', actor_user_id: null })

/** What each test opened, closed in the order it was opened. */
let opened: (() => unknown)[] = []
afterEach(async () => {
  for (const close of opened) await close()
  opened = []
})
beforeEach(async () => {
  await redis.flushdb()
  await db.delete(outbox)
})

interface Ways {
  database?: string
  redis?: string
}

async function openRelay(ways: Ways = {}): Promise<Relay & { log: ReturnType<typeof testLog> }> {
  const log = testLog()
  const own = openRedis(ways.redis ?? redisUrl, { onError: () => {}, name: 'relay test' })
  const relay = startRelay({
    databaseUrl: ways.database ?? db.url,
    schema: 'projects',
    redis: own,
    stream,
    log: log.log,
    metrics: createMetrics('test-service'),
  })
  opened.push(relay.close, () => own.disconnect())
  return { ...relay, log }
}

const write = (...numbers: number[]) =>
  db.transaction((tx) => appendToOutbox(tx, outbox, ...numbers.map(eventNumber)))

async function published(): Promise<number[]> {
  const entries = await redis.xrange(stream, '-', '+')
  return entries.map(([, fields]) => JSON.parse(fields[1] ?? '').number)
}
const publishedAre = async (...numbers: number[]) =>
  until(async () => (await published()).join() === numbers.join())
const isLeading = ({ log }: { log: ReturnType<typeof testLog> }) =>
  log.lines.some((line) => line.message === 'leads the publishing of events')

test('what is committed is published in order and marked, and what is rolled back is not', async () => {
  const relay = await openRelay()
  await write(1, 2, 3)
  await db
    .transaction(async (tx) => {
      await appendToOutbox(tx, outbox, eventNumber(99))
      throw new Error('rolled back')
    })
    .catch(() => {})
  await write(4)
  relay.poke()

  await publishedAre(1, 2, 3, 4)
  await until(async () => {
    const waiting = await db.select().from(outbox).where(isNull(outbox.published_at))
    return waiting.length === 0
  })
  const ids = (await redis.xrange(stream, '-', '+')).map(([id]) => id)
  const rows = await db.select().from(outbox).orderBy(asc(outbox.position))
  expect(rows.map((row) => row.stream_id)).toEqual(ids)
})

test('an event that commits after a later one is not skipped', async () => {
  const relay = await openRelay()
  const late = new pg.Client({ connectionString: db.url })
  await late.connect()
  opened.push(() => late.end())
  const event = eventNumber(1)
  await late.query('begin')
  await late.query(
    'insert into projects.outbox (event_id, event_type, event) values ($1, $2, $3)',
    [event.event_id, event.event_type, event],
  )

  await write(2)
  relay.poke()
  await publishedAre(2)
  await late.query('commit')
  relay.poke()

  await publishedAre(2, 1)
})

test('events wait while Redis is down and all arrive, in order, when it is back', async () => {
  const link = await openLink(redisUrl)
  const relay = await openRelay({ redis: link.url })
  await write(1)
  relay.poke()
  await publishedAre(1)

  link.cut()
  for (let number = 2; number <= 1_200; number += 100) {
    await write(...Array.from({ length: 100 }, (_, i) => number + i))
    relay.poke()
  }
  await until(() => relay.log.lines.some((line) => line.level === 'WARNING'))
  expect(await published()).toEqual([1])
  link.mend()

  await publishedAre(...Array.from({ length: 1_201 }, (_, i) => i + 1))
  const warnings = relay.log.lines.filter((line) => line.level === 'WARNING')
  expect(warnings).toHaveLength(1)
})

test('of two relays one publishes, and when it loses its connection the other takes over', async () => {
  const link = await openLink(db.url)
  const first = await openRelay({ database: link.url })
  await until(() => isLeading(first))
  const second = await openRelay()
  await write(1)
  second.poke()
  await publishedAre(1)
  // Cut before it is noted as sent, it would rightly be sent again.
  await until(async () => (await db.$count(outbox, isNull(outbox.published_at))) === 0)
  expect(isLeading(second)).toBe(false)

  link.cut()
  await write(2)
  await until(() => isLeading(second))

  await publishedAre(1, 2)
})

test('a relay whose connection the server ends is back by itself', async () => {
  const relay = await openRelay()
  await until(() => isLeading(relay))
  await db.owner.execute(
    sql`select pg_terminate_backend(pid) from pg_stat_activity
        where application_name = 'projects relay' and datname = current_database()`,
  )
  await write(1)
  relay.poke()
  await publishedAre(1)
})

test('a poke reaches the leader in another process faster than its next look', async () => {
  const leader = await openRelay()
  await until(() => isLeading(leader))
  const other = await openRelay()
  await write(0)
  other.poke()
  await publishedAre(0)

  const tookMs: number[] = []
  for (let number = 1; number <= 20; number++) {
    await write(number)
    const start = performance.now()
    other.poke()
    await until(async () => (await redis.xlen(stream)) === number + 1)
    tookMs.push(performance.now() - start)
  }
  // The look comes once a second: twenty of them in well under twenty seconds is the notification.
  expect(tookMs.sort((a, b) => a - b)[10]).toBeLessThan(500)
})

test('a Redis that was emptied is filled again before anything new is added', async () => {
  const relay = await openRelay()
  await write(1, 2)
  relay.poke()
  await publishedAre(1, 2)
  await until(
    async () => (await db.select().from(outbox).where(isNull(outbox.published_at))).length === 0,
  )

  await redis.flushdb()
  await write(3)
  relay.poke()

  await publishedAre(1, 2, 3)
})

test('a stream that lost its end is sent again, also when only the next leader can know', async () => {
  const first = await openRelay()
  await write(1, 2)
  first.poke()
  await publishedAre(1, 2)
  await first.close()
  await redis.del(stream)
  await redis.xadd(stream, '1-1', 'event', JSON.stringify({ number: 0 }))

  await openRelay()

  await publishedAre(0, 1, 2)
})

test('an emptied Redis is noticed while nobody writes', async () => {
  const relay = await openRelay()
  await write(1)
  relay.poke()
  await publishedAre(1)
  await until(
    async () => (await db.select().from(outbox).where(isNull(outbox.published_at))).length === 0,
  )
  await redis.flushdb()
  await publishedAre(1)
})

test('published events and old answers are deleted once nothing needs them', async () => {
  await write(1, 2)
  await db.execute(
    sql`update projects.outbox set published_at = now() - interval '8 days', stream_id = '1-1'
        where (event ->> 'number')::int = 1`,
  )
  await db.execute(
    sql`insert into projects.processed_events (event_id, processed_at)
        values (gen_random_uuid(), now() - interval '31 days'), (gen_random_uuid(), now())`,
  )
  await openRelay()

  await publishedAre(2)
  await until(async () => (await db.select().from(outbox)).length === 1)
  await until(async () => {
    const { rows } = await db.execute(sql`select 1 from projects.processed_events`)
    return rows.length === 1
  })
})

test('closing sends what is at hand and lets go of the lead', async () => {
  const first = await openRelay()
  await until(() => isLeading(first))
  await write(1)
  await first.close()
  const second = await openRelay()
  await publishedAre(1)
  await until(() => isLeading(second))
})
