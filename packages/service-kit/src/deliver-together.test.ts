import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { consumerHarness, eventNumber, thingHappened } from '#test/consumer-harness.ts'
import { on } from './reaction.ts'

const { db, openConsumer, send, applied, appliedAre, nothingPending, deadLetters } =
  await consumerHarness()

/** How many transactions wrote what was applied. */
async function countCommits(): Promise<number> {
  const { rows } = await db.execute<{ count: number }>(
    sql`select count(distinct xmin::text)::int as count from applied`,
  )
  return rows[0]?.count ?? 0
}

test('events that wait together are applied in one transaction, in order, and each once', async () => {
  const twice = eventNumber(2)
  await send(eventNumber(1), twice, { ...eventNumber(9), event_type: 'thing.renamed' })
  await send(twice, { ...eventNumber(9), number: 'nine' }, eventNumber(3))

  const { metrics } = openConsumer()

  await appliedAre(1, 2, 3)
  await nothingPending()
  expect(await countCommits()).toBe(1)
  expect(await deadLetters()).toHaveLength(1)
  const text = await metrics.registry.metrics()
  expect(text).toMatch(/outcome="applied".*\} 3/)
  expect(text).toMatch(/outcome="repeated".*\} 1/)
  expect(text).toMatch(/type="other",outcome="ignored".*\} 1/)
})

test('when they cannot be applied together each is tried by itself, and only the guilty one fails', async () => {
  const { lines } = openConsumer({
    reactions: [
      on(thingHappened, async ({ number }, tx) => {
        await tx.execute(sql`insert into applied (number) values (${number})`)
        // It spoils the transaction for whoever comes next in it.
        if (number === 13) await tx.execute(sql`select 1 / 0`)
      }),
    ],
  })
  await send(eventNumber(1), eventNumber(13), eventNumber(2), eventNumber(3))

  await appliedAre(1, 2, 3)
  await nothingPending()
  expect(await countCommits()).toBe(3)
  expect(await deadLetters()).toEqual([
    expect.objectContaining({ event: expect.stringContaining('"number":13'), deliveries: '5' }),
  ])
  const failed = lines.filter(({ message }) => message.startsWith('event failed'))
  expect(failed).toHaveLength(4)
})

test('what fails only because of its neighbours is applied at once, and nothing waits for a retry', async () => {
  let together = 0
  const { metrics } = openConsumer({
    retryAfterMs: 60_000,
    reactions: [
      on(thingHappened, async ({ number }, tx) => {
        const before = await tx.execute(
          sql`select from applied where xmin = pg_current_xact_id()::xid`,
        )
        if (before.rows.length > 0 && ++together > 0) throw new Error('I want to be alone')
        await tx.execute(sql`insert into applied (number) values (${number})`)
      }),
    ],
  })
  await send(eventNumber(1), eventNumber(2))

  await appliedAre(1, 2)
  expect(together).toBe(1)
  expect(await applied()).toEqual([1, 2])
  expect(await metrics.registry.metrics()).not.toMatch(/outcome="failed"/)
})
