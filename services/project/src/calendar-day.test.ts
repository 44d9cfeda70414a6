import { expect, test } from 'vitest'
import { addDays, dayOf, lastWeeks, weekStart } from './calendar-day.ts'

test('weeks begin on Mondays, over the year’s end too', () => {
  expect(weekStart('2026-11-18')).toBe('2026-11-16')
  expect(weekStart('2026-11-16')).toBe('2026-11-16')
  expect(weekStart('2026-11-22')).toBe('2026-11-16')
  expect(weekStart('2027-01-01')).toBe('2026-12-28')
})

test('the last weeks end with the running one', () => {
  expect(lastWeeks('2026-11-18', 3)).toEqual(['2026-11-02', '2026-11-09', '2026-11-16'])
})

test('days are those of UTC, and a day later is a day later when clocks change', () => {
  expect(dayOf(new Date('2026-11-18T23:59:59Z'))).toBe('2026-11-18')
  expect(addDays('2026-10-24', 2)).toBe('2026-10-26')
  expect(addDays('2026-03-01', -1)).toBe('2026-02-28')
})
