import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import {
  consumerHarness,
  eventNumber,
  group,
  stream,
  thingHappened,
} from '#test/consumer-harness.ts'
import { openLink, until } from '#test/harness.ts'
import { openDatabase } from './open-database.ts'
import { on } from './reaction.ts'

const {
  db,
  redis,
  redisUrl,
  openConsumer,
  send,
  applied,
  appliedAre,
  nothingPending,
  deadLetters,
  closeLater,
} = await consumerHarness()

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
  closeLater(away.close)
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
