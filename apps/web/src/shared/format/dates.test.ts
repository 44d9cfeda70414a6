import { expect, test } from 'vitest'
import {
  daysBetween,
  formatAge,
  formatDay,
  formatDayRange,
  formatLongDay,
  isoWeek,
} from './dates.ts'

test.each([
  ['2026-11-20', 2026, 47, '2026-11-16'],
  ['2026-01-01', 2026, 1, '2025-12-29'],
  ['2027-01-03', 2026, 53, '2026-12-28'],
  ['2024-12-30', 2025, 1, '2024-12-30'],
])('the ISO week of %s is %i-W%i, from %s', (date, year, week, monday) => {
  expect(isoWeek(date)).toEqual({ year, week, monday })
})

test.each([
  ['2027-01-08', '2027-01-21', '8 – 21 Jan'],
  ['2027-01-27', '2027-02-05', '27 Jan – 5 Feb'],
  ['2027-03-26', '2027-03-26', '26 Mar'],
])('%s to %s reads "%s"', (from, to, text) => {
  expect(formatDayRange(from, to)).toBe(text)
})

test('September has three letters, like every other month', () => {
  expect(formatDay('2026-09-18')).toBe('18 Sep')
})

test('a long date has no comma', () => {
  expect(formatLongDay('2026-11-20')).toBe('Friday 20 November 2026')
})

test('days between two dates do not depend on a clock change', () => {
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
  expect(daysBetween('2026-11-20', '2026-11-18')).toBe(-2)
})

test.each([
  ['2026-11-20T09:11:31Z', 'just now'],
  ['2026-11-20T09:00:00Z', '12 min ago'],
  ['2026-11-20T06:12:00Z', '3 h ago'],
  ['2026-11-18T09:00:00Z', '2 d ago'],
])('at 09:12 on 20 November, %s was %s', (instant, text) => {
  expect(formatAge(instant, new Date('2026-11-20T09:12:00Z'))).toBe(text)
})
