import { expect, test } from 'vitest'
import { plannedPercentage, workingDays } from './working-days.ts'

test.each([
  ['2026-11-16', '2026-11-20', 5],
  ['2026-11-16', '2026-11-22', 5],
  ['2026-11-20', '2026-11-23', 2],
  ['2026-11-21', '2026-11-22', 0],
  ['2026-11-16', '2026-11-16', 1],
  ['2026-11-16', '2026-11-13', 0],
  ['2026-01-01', '2026-12-31', 261],
])('from %s to %s are %i working days', (first, last, days) => {
  expect(workingDays(first, last)).toBe(days)
})

test.each<[string, string | null, string | null, number | null]>([
  ['nothing before the start', '2026-12-01', '2026-12-31', 0],
  ['nothing on the first morning', '2026-11-18', '2026-11-24', 0],
  ['days that are over, not the running one', '2026-11-16', '2026-11-20', 40],
  ['everything after the finish', '2026-10-01', '2026-10-31', 100],
  ['a plan on a weekend', '2026-11-21', '2026-11-22', 0],
  ['no plan without a start', null, '2026-11-20', null],
  ['no plan without a finish', '2026-11-16', null, null],
])('planned share: %s', (_what, start_date, finish_date, expected) => {
  expect(plannedPercentage({ start_date, finish_date }, '2026-11-18')).toBe(expected)
})
