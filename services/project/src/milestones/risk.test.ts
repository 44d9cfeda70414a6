import { expect, test } from 'vitest'
import { milestoneRisk } from './risk.ts'

const today = '2026-11-18'
const calm = {
  status: 'upcoming',
  due_date: '2026-12-31',
  open_count: 3,
  first_open_due: today,
} as const

test.each([
  [{ due_date: '2026-11-17', open_count: 0, first_open_due: null }, 'Its day has passed.'],
  [{ first_open_due: '2026-11-17' }, 'A task that leads to it is overdue.'],
  [{ due_date: '2026-12-02' }, 'Due within two weeks, and 3 tasks that lead to it are open.'],
  [
    { due_date: today, open_count: 1 },
    'Due within two weeks, and a task that leads to it is open.',
  ],
])('a milestone is at risk: %j', (work, at_risk_reason) => {
  expect(milestoneRisk({ ...calm, ...work }, today)).toEqual({ at_risk: true, at_risk_reason })
})

test.each([
  {},
  { due_date: '2026-12-03' },
  { due_date: today, open_count: 0, first_open_due: null },
  { status: 'achieved', due_date: '2026-11-17', first_open_due: '2026-11-16' } as const,
  { status: 'missed', due_date: '2026-11-17', first_open_due: '2026-11-16' } as const,
])('a milestone is not at risk: %j', (work) => {
  expect(milestoneRisk({ ...calm, ...work }, today)).toEqual({
    ...{ at_risk: false, at_risk_reason: null },
  })
})
