import { expect, test } from 'vitest'
import { capacityOn } from './capacity.ts'

const capacities = [
  { weekly_minutes: 1800, valid_from: '2026-11-18' },
  { weekly_minutes: 2280, valid_from: '2026-01-05' },
]
const absences = [
  { absent_on: '2026-11-19', minutes: 120 },
  { absent_on: '2026-11-20', minutes: 480 },
  { absent_on: '2026-11-21', minutes: 480 },
]

test.each([
  ['before anything was agreed', '2026-01-04', null],
  ['on the first day of the first agreement', '2026-01-05', 456],
  ['on the last day before the next one', '2026-11-17', 456],
  ['on the first day of the next one', '2026-11-18', 360],
  ['on a day of partial absence', '2026-11-19', 240],
  ['never below nothing', '2026-11-20', 0],
  ['on a weekend', '2026-11-21', 0],
])('%s', (_when, date, minutes) => {
  expect(capacityOn(date, capacities, absences)).toBe(minutes)
})
