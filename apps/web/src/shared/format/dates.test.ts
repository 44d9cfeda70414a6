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
  ['2026-01-08', '2026-01-21', '8 – 21 Jan'],
  ['2026-01-27', '2026-02-05', '27 Jan – 5 Feb'],
  ['2026-03-26', '2026-03-26', '26 Mar'],
  ['2027-01-08', '2027-01-21', '8 – 21 Jan 2027'],
  ['2027-01-27', '2027-02-05', '27 Jan – 5 Feb 2027'],
  ['2026-12-30', '2027-01-05', '30 Dec – 5 Jan 2027'],
  ['2025-12-29', '2026-01-04', '29 Dec 2025 – 4 Jan'],
  ['2027-12-30', '2028-01-05', '30 Dec 2027 – 5 Jan 2028'],
])('in 2026, %s to %s reads "%s"', (from, to, text) => {
  expect(formatDayRange(from, to, '2026-11-20')).toBe(text)
})

test('a day of another year says which', () => {
  expect(formatDay('2026-01-01', '2026-11-20')).toBe('1 Jan')
  expect(formatDay('2020-01-01', '2026-11-20')).toBe('1 Jan 2020')
  expect(formatDay('2027-01-01', '2026-12-31')).toBe('1 Jan 2027')
})

test('September has three letters, like every other month', () => {
  expect(formatDay('2026-09-18', '2026-11-20')).toBe('18 Sep')
  expect(formatDay('2025-09-18', '2026-11-20')).toBe('18 Sep 2025')
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
