import { expect, test } from 'vitest'
import { days, linked, milestone, nov, task } from '#test/november.ts'
import { newLink, newTask } from '#test/plans.ts'
import { changePlan } from './plan.ts'
import { reschedule } from './reschedule.ts'

test.each([
  // A takes Monday 2nd to Friday 6th, B two days from Tuesday 3rd.
  ['A FS B', '9–10'],
  ['A FS+1 B', '10–11'],
  ['A FS-1 B', '6–9'],
  ['A FS-5 B', '3–4'],
  ['A SS B', '3–4'],
  ['A SS+2 B', '4–5'],
  ['A FF B', '5–6'],
  ['A FF+1 B', '6–9'],
  ['A SF B', '3–4'],
  ['A SF+5 B', '5–6'],
])('push, %s: B ends up on %s', (link, expected) => {
  expect(days(linked([task('A', 2, 6), task('B', 3, 4)], link), 'push')).toMatchObject({
    B: expected,
  })
})

test.each([
  ['A FS B', '9–10'],
  ['A SS B', '2–3'],
  ['A SS+2 B', '4–5'],
  ['A FF B', '5–6'],
  ['A FF-2 B', '3–4'],
  ['A SF+2 B', '2–3'],
])('strict, %s: B comes back from the 23rd to %s', (link, expected) => {
  const plan = linked([task('A', 2, 6), task('B', 23, 24)], link)
  expect(days(plan, 'strict')).toMatchObject({ B: expected })
  expect(days(plan, 'push')).toMatchObject({ B: '23–24' })
})

test('push uses up the slack in between and moves only what is reached', () => {
  const plan = linked(
    [task('A', 2, 3), task('B', 4, 5), task('C', 12, 13), task('D', 16, 17)],
    'A FS B',
    'B FS C',
    'C FS D',
  )
  const change = { task_id: 'A', due: nov(9) }
  expect(reschedule(plan, [change], 'push')).toEqual({
    moves: [
      {
        task_id: 'B',
        from: { start: nov(4), due: nov(5) },
        to: { start: nov(10), due: nov(11) },
        days: 4,
      },
    ],
    summaries: [],
    violations: [],
  })
})

test('a task dragged before its predecessor goes back to where the link allows it', () => {
  const plan = linked([task('A', 2, 3), task('B', 9, 10)], 'A FS B')
  const drag = { task_id: 'B', start: nov(3), due: nov(4) }
  expect(days(plan, 'push', drag)).toMatchObject({ B: '4–5' })
})

test('off says nothing, warn says what is broken and moves nothing', () => {
  const plan = linked([task('A', 2, 6), task('B', 4, 5, { not_before: nov(5) })], 'A FS B')
  expect(reschedule(plan, [], 'off')).toEqual({ moves: [], summaries: [], violations: [] })
  expect(reschedule(plan, [], 'warn')).toEqual({
    moves: [],
    summaries: [],
    violations: [
      { kind: 'link', link_id: 'A FS B', task_id: 'B', days: 3 },
      { kind: 'not_before', task_id: 'B', days: 1 },
    ],
  })
})

test('a pinned task stays and its broken link is reported; what follows it counts from there', () => {
  const plan = linked(
    [task('A', 2, 6), task('B', 4, 5, { pinned: true }), task('C', 5, 5)],
    'A FS B',
    'B FS C',
  )
  expect(days(plan, 'strict')).toMatchObject({ B: '4–5', C: '6–6' })
  expect(reschedule(plan, [], 'strict').violations).toEqual([
    { kind: 'link', link_id: 'A FS B', task_id: 'B', days: 3 },
  ])
})

test('a done task stays, breaks nothing, and its actual finish is what others wait for', () => {
  const plan = linked(
    [task('A', 2, 6), task('B', 4, 5, { done: true }), task('C', 20, 20)],
    'A FS B',
    'B FS C',
  )
  expect(days(plan, 'strict')).toMatchObject({ B: '4–5', C: '6–6' })
  expect(reschedule(plan, [], 'warn').violations).toEqual([])
})

test('not before: push moves a task up to it, strict does not pull it before it', () => {
  const plan = linked([task('A', 2, 3), task('B', 5, 6, { not_before: nov(12) })], 'A FS B')
  expect(days(plan, 'push')).toMatchObject({ B: '12–13' })
  const late = changePlan(plan, [{ task_id: 'B', start: nov(26), due: nov(27) }])
  expect(days(late, 'strict')).toMatchObject({ B: '12–13' })
})

test('a task without links stays where it is in strict mode too', () => {
  expect(days(linked([task('A', 2, 3), task('B', 20, 24)]), 'strict')).toMatchObject({ B: '20–24' })
})

test('a task keeps its working days over a weekend, and its lengths over holidays', () => {
  const layers = [{ weekend_days: null, closed: [{ first: nov(11), last: nov(11) }], working: [] }]
  const plan = {
    ...linked([task('A', 2, 9), task('B', 6, 9)], 'A FS B'),
    calendars: [{ id: 'c', layers }],
    calendar_id: 'c',
  }
  expect(days(plan, 'push')).toMatchObject({ B: '10–12' })
})

test('each task keeps to its own calendar, and a lag counts the days of the successor', () => {
  const sunday = [{ weekend_days: [5, 6], closed: [], working: [] }]
  const plan = {
    ...linked([task('A', 2, 5), task('B', 2, 3, { calendar_id: 'gulf' })], 'A FS B'),
    calendars: [{ id: 'gulf', layers: sunday }],
  }
  expect(days(plan, 'push')).toMatchObject({ B: '8–9' })
  const lagged = { ...plan, links: [newLink('A FS+1 B')] }
  expect(days(lagged, 'push')).toMatchObject({ B: '9–10' })
})

test('work put on a weekend stays there until something pushes it', () => {
  const plan = linked([task('A', 2, 6), task('B', 7, 8), task('C', 9, 9)], 'A FS B', 'B FS C')
  expect(reschedule(plan, [], 'strict').moves).toEqual([])
  expect(days(plan, 'push', { task_id: 'A', due: nov(9) })).toMatchObject({
    B: '10–10',
    C: '11–11',
  })
})

test('a date that is missing stays missing, a task without any takes no part', () => {
  const plan = linked(
    [
      task('A', 2, 6),
      newTask('B', { due: nov(4), duration_days: 2 }),
      newTask('C'),
      task('D', 3, 3),
    ],
    'A FS B',
    'A FS C',
    'C FS D',
  )
  const { moves } = reschedule(plan, [], 'push')
  expect(moves.map(({ task_id, to }) => ({ task_id, to }))).toEqual([
    { task_id: 'B', to: { start: null, due: nov(10) } },
  ])
})

test('tasks in a change freeze are flagged and stay in it; what is done is not', () => {
  const plan = {
    ...linked([
      task('Across', 2, 10),
      task('Weekend', 7, 8),
      milestone('Go-live', 6),
      task('Before', 2, 5),
      task('Over it', 5, 5, { done: true }),
    ]),
    freezes: [{ id: 'quarter-end', first: nov(6), last: nov(9) }],
  }
  const { moves, violations } = reschedule(plan, [], 'push')
  expect(moves).toEqual([])
  expect(violations).toEqual([
    { kind: 'freeze', freeze_id: 'quarter-end', task_id: 'Across', days: 2 },
    { kind: 'freeze', freeze_id: 'quarter-end', task_id: 'Go-live', days: 1 },
    { kind: 'freeze', freeze_id: 'quarter-end', task_id: 'Weekend', days: 2 },
  ])
})

test('a freeze on free days does not flag a task that only spans them', () => {
  const plan = {
    ...linked([task('A', 5, 10)]),
    freezes: [{ id: 'weekend', first: nov(7), last: nov(8) }],
  }
  expect(reschedule(plan, [], 'warn').violations).toEqual([])
})
