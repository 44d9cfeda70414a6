import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDays,
  addWorkingDays,
  mondayOf,
  workingDaysBetween,
  workingDaysIn,
} from './working-days.ts'

const dates = fc.integer({ min: 0, max: 30_000 }).map((days) => addDays('1990-01-01', days))

const isWeekend = (date: string) => [0, 6].includes(new Date(date).getUTCDay())

test.each([
  ['2027-02-26', '2027-03-26', 20],
  ['2026-11-20', '2026-11-23', 1],
  ['2026-11-20', '2026-11-21', 0],
  ['2026-11-20', '2026-11-20', 0],
  ['2026-11-23', '2026-11-20', -1],
])('from %s to %s it is %i working days', (from, to, days) => {
  expect(workingDaysBetween(from, to)).toBe(days)
})

test('a week has five working days, both ends included', () => {
  expect(workingDaysIn('2026-11-16', '2026-11-20')).toBe(5)
  expect(workingDaysIn('2026-11-16', '2026-11-22')).toBe(5)
  expect(workingDaysIn('2026-11-21', '2026-11-22')).toBe(0)
})

test('a week starts on a Monday', () => {
  fc.assert(
    fc.property(dates, (date) => {
      expect(new Date(mondayOf(date)).getUTCDay()).toBe(1)
      expect(mondayOf(date) <= date && date < addDays(mondayOf(date), 7)).toBe(true)
    }),
  )
})

test('the n-th working day after a date is a working day, n working days away', () => {
  fc.assert(
    fc.property(dates, fc.integer({ min: 1, max: 2_000 }), (date, n) => {
      const later = addWorkingDays(date, n)
      expect(isWeekend(later)).toBe(false)
      expect(workingDaysBetween(date, later)).toBe(n)
    }),
  )
})
