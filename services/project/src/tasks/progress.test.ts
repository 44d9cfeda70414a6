import type { TaskStatus } from '@milepost/api-contracts/tasks'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changesEstimates, projectCompletion, totalsAfter, type Weighed } from './progress.ts'

const nothing = {
  ...{ estimated_minutes: 0, estimated_done: 0, unestimated_count: 0, unestimated_done: 0 },
  ...{ leaf_count: 0, done_count: 0, blocked_count: 0 },
}
const task = (overrides: Partial<Weighed> = {}): Weighed => ({
  status: 'todo',
  completion_percentage: 0,
  estimate_minutes: null,
  child_count: 0,
  ...overrides,
})
const totalOf = (tasks: Weighed[]) =>
  tasks.reduce((totals, one) => totalsAfter(totals, undefined, one), nothing)

test.each<[string, Weighed, Partial<typeof nothing>]>([
  [
    'a finished task counts in full, whatever was last reported',
    task({ status: 'done', completion_percentage: 40, estimate_minutes: 60 }),
    { estimated_minutes: 60, estimated_done: 6_000, leaf_count: 1, done_count: 1 },
  ],
  [
    'a task without an estimate is counted apart',
    task({ completion_percentage: 30 }),
    { unestimated_count: 1, unestimated_done: 30, leaf_count: 1 },
  ],
  ['an estimate of nothing is an estimate', task({ estimate_minutes: 0 }), { leaf_count: 1 }],
  [
    'a blocked task is also counted as blocked',
    task({ status: 'blocked' }),
    { unestimated_count: 1, leaf_count: 1, blocked_count: 1 },
  ],
  ['a cancelled task does not count', task({ status: 'cancelled', estimate_minutes: 60 }), {}],
  ['a task with subtasks does not count', task({ child_count: 1, estimate_minutes: 60 }), {}],
])('%s', (_what, one, expected) => {
  expect(totalOf([one])).toEqual({ ...nothing, ...expected })
})

const weighed = fc.record<Weighed>({
  status: fc.constantFrom<TaskStatus>('backlog', 'in_progress', 'blocked', 'done', 'cancelled'),
  completion_percentage: fc.integer({ min: 0, max: 100 }),
  estimate_minutes: fc.option(fc.integer({ min: 0, max: 5_000 })),
  child_count: fc.integer({ min: 0, max: 1 }),
})

test('running totals equal a count from scratch, whatever became of which task', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(weighed, weighed)), (pairs) => {
      const before = totalOf(pairs.map(([one]) => one))
      const after = pairs.reduce((totals, [one, other]) => totalsAfter(totals, one, other), before)
      expect(after).toEqual(totalOf(pairs.map(([, other]) => other)))
      const gone = pairs.reduce((totals, [, one]) => totalsAfter(totals, one, undefined), after)
      expect(gone).toEqual(nothing)
    }),
  )
})

test.each<[string, Weighed | undefined, Weighed | undefined, boolean]>([
  ['another estimate', task({ estimate_minutes: 60 }), task({ estimate_minutes: 90 }), true],
  ['a new estimated task', undefined, task({ estimate_minutes: 90 }), true],
  ['a new task without an estimate', undefined, task(), false],
  [
    'a finished task',
    task({ estimate_minutes: 60 }),
    task({ estimate_minutes: 60, status: 'done' }),
    false,
  ],
  [
    'a cancelled estimated task',
    task({ estimate_minutes: 60 }),
    task({ estimate_minutes: 60, status: 'cancelled' }),
    true,
  ],
])('the median has to be found again after %s: %j → %j', (_what, before, after, expected) => {
  expect(changesEstimates(before, after)).toBe(expected)
})

test.each<[string, Partial<typeof nothing> & { median_estimate: number | null }, number | null]>([
  ['nothing to weigh is no percentage', { median_estimate: null }, null],
  [
    'without any estimate every task weighs the same',
    { median_estimate: null, unestimated_count: 3, unestimated_done: 100 },
    33.3,
  ],
  [
    'a missing estimate weighs the median',
    { median_estimate: 60, estimated_minutes: 60, estimated_done: 6_000, unestimated_count: 1 },
    50,
  ],
  [
    'halves round up',
    { median_estimate: null, estimated_minutes: 2_000, estimated_done: 100 },
    0.1,
  ],
])('%s', (_what, totals, expected) => {
  expect(projectCompletion({ ...nothing, ...totals })).toBe(expected)
})
