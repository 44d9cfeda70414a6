import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Credit, creditChange, type TaskCredit } from './credit.ts'

const credit = (name: string): Credit => ({ user_id: name, week_start: '2026-11-16' })
const nothing: TaskCredit = { task_version: 0, credit: null }

test('a completion counts, a reopening takes it back, and both only once', () => {
  const done = { task_version: 2, credit: credit('sara') }
  expect(creditChange(nothing, done)).toEqual({ takenBack: null, given: credit('sara') })
  expect(creditChange(done, done)).toBeNull()
  const reopened = { task_version: 3, credit: null }
  expect(creditChange(done, reopened)).toEqual({ takenBack: credit('sara'), given: null })
  expect(creditChange(reopened, done)).toBeNull()
})

test('in whatever order and however often the events of a task come, the last state counts', () => {
  const states = fc
    .array(fc.option(fc.constantFrom('sara', 'dmitri', 'tomas')), { minLength: 1, maxLength: 8 })
    .map((names) =>
      names.map((name, index) => ({
        task_version: index + 1,
        credit: name === null ? null : credit(name),
      })),
    )
  const deliveries = states.chain((all) =>
    fc.tuple(
      fc.constant(all),
      fc.shuffledSubarray([...all, ...all], { minLength: 2 * all.length }),
    ),
  )
  fc.assert(
    fc.property(deliveries, ([all, delivered]) => {
      const counts = new Map<string, number>()
      const add = (change: Credit | null, by: number) => {
        if (change) counts.set(change.user_id, (counts.get(change.user_id) ?? 0) + by)
      }
      let state = nothing
      for (const next of delivered) {
        const change = creditChange(state, next)
        if (!change) continue
        state = next
        add(change.takenBack, -1)
        add(change.given, 1)
      }
      const last = all.at(-1)?.credit?.user_id
      const expected = last === undefined ? [] : [[last, 1]]
      expect([...counts].filter(([, count]) => count !== 0)).toEqual(expected)
    }),
  )
})
