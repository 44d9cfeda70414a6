import { expect, test } from 'vitest'
import { days, linked, milestone, nov, task } from '#test/november.ts'
import { newTask } from '#test/plans.ts'
import { changePlan, type PlanTask } from './plan.ts'
import { reschedule } from './reschedule.ts'
import { shiftSummary } from './shift-summary.ts'

test('a milestone lies on the day its last predecessor finishes, and work goes on the next day', () => {
  const plan = linked([task('A', 2, 6), milestone('M', 3), task('B', 4, 4)], 'A FS M', 'M FS B')
  expect(days(plan, 'push')).toMatchObject({ M: '6–6', B: '9–9' })
})

test('a milestone that only leads to work lies at the opening of its day', () => {
  const plan = linked([milestone('Kick-off', 9), task('B', 4, 4)], 'Kick-off FS B')
  expect(days(plan, 'push')).toMatchObject({ 'Kick-off': '9–9', B: '9–9' })
})

test('a milestone that starts with a task lies on the first day of it, never the day before', () => {
  const plan = linked([task('A', 9, 10), milestone('M', 2)], 'A SS M')
  expect(days(plan, 'strict')).toMatchObject({ M: '9–9' })
})

test('a link to a summary holds all under it, a link from it waits for the last of them', () => {
  const plan = linked(
    [
      task('A', 2, 6),
      newTask('S'),
      task('S1', 4, 5, { parent_id: 'S' }),
      task('S2', 11, 12, { parent_id: 'S' }),
      task('B', 10, 10),
    ],
    'A FS S',
    'S FS B',
  )
  const push = reschedule(plan, [], 'push')
  expect(push.moves.map(({ task_id, days: by }) => [task_id, by])).toEqual([
    ['S1', 3],
    ['B', 3],
  ])
  expect(days(plan, 'push')).toMatchObject({ S1: '9–10', S2: '11–12', B: '13–13' })
  expect(push.summaries).toEqual([
    {
      task_id: 'S',
      from: { start: nov(4), due: nov(12) },
      to: { start: nov(9), due: nov(12) },
      days: 3,
    },
  ])
  expect(days(plan, 'strict')).toMatchObject({ S1: '9–10', S2: '9–10', B: '11–11' })
})

test('a link to the finish of a summary moves nothing and is reported', () => {
  const plan = linked(
    [task('A', 2, 12), newTask('S'), task('S1', 4, 5, { parent_id: 'S' })],
    'A FF S',
  )
  expect(reschedule(plan, [], 'strict')).toEqual({
    moves: [],
    summaries: [],
    violations: [{ kind: 'link', link_id: 'A FF S', task_id: 'S', days: 5 }],
  })
})

test('what is said of a summary holds at any depth: pinned and not before', () => {
  const nested = (top: Partial<PlanTask>) =>
    linked(
      [
        newTask('Top', top),
        newTask('Mid', { parent_id: 'Top' }),
        task('Leaf', 4, 5, { parent_id: 'Mid' }),
        task('A', 2, 6),
      ],
      'A FS Leaf',
    )
  expect(days(nested({ not_before: nov(16) }), 'push')).toMatchObject({ Leaf: '16–17' })
  expect(days(nested({ pinned: true }), 'push')).toMatchObject({ Leaf: '4–5' })
})

test('a summary that is dragged takes along all under it that may move, by working days', () => {
  const plan = linked([
    newTask('S'),
    newTask('Inner', { parent_id: 'S' }),
    task('A', 2, 3, { parent_id: 'S' }),
    task('B', 5, 6, { parent_id: 'Inner' }),
    task('Pinned', 5, 6, { parent_id: 'S', pinned: true }),
    milestone('M', 6, { parent_id: 'S' }),
    task('Elsewhere', 2, 3),
  ])
  expect(shiftSummary(plan, 'S', 2)).toEqual([
    { task_id: 'A', start: nov(4), due: nov(5) },
    { task_id: 'B', start: nov(9), due: nov(10) },
    { task_id: 'M', start: nov(10), due: nov(10) },
  ])
  const there = changePlan(plan, shiftSummary(plan, 'S', 2))
  expect(changePlan(there, shiftSummary(there, 'S', -2))).toEqual(plan)
})
