import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDays,
  datesOf,
  isoWeekOf,
  localDate,
  mondayOf,
  mondayOfIsoWeek,
  weekdayOf,
} from './iso-week.ts'

const date = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((instant) => instant.toISOString().slice(0, 10))

test.each([
  // Years of 53 weeks, and what surrounds them.
  ['2020-12-28', '2020-W53'],
  ['2021-01-04', '2021-W01'],
  ['2026-12-28', '2026-W53'],
  ['2027-01-04', '2027-W01'],
  ['2032-12-27', '2032-W53'],
  // A week belongs to the year that has most of it.
  ['2024-12-30', '2025-W01'],
  ['2018-12-31', '2019-W01'],
  ['2022-01-03', '2022-W01'],
  ['2026-11-16', '2026-W47'],
])('the week of %s is %s', (monday, week) => {
  expect(isoWeekOf(monday)).toBe(week)
  expect(mondayOfIsoWeek(week)).toBe(monday)
})

test.each(['2021-W53', '2024-W53', '2025-W53', '2030-W53'])('there is no %s', (week) => {
  expect(mondayOfIsoWeek(week)).toBeUndefined()
})

test('seventy-one of four hundred years have 53 weeks', () => {
  const years = Array.from({ length: 400 }, (_, index) => 2000 + index)
  expect(years.filter((year) => mondayOfIsoWeek(`${year}-W53`) !== undefined)).toHaveLength(71)
})

test('every date lies in exactly the week that names it', () => {
  fc.assert(
    fc.property(date, (day) => {
      const monday = mondayOf(day)
      expect(datesOf(monday)[weekdayOf(day)]).toBe(day)
      expect(mondayOfIsoWeek(isoWeekOf(monday))).toBe(monday)
      expect(weekdayOf(monday)).toBe(0)
    }),
  )
})

test('weeks follow one another without a gap', () => {
  fc.assert(
    fc.property(date, (day) => {
      const next = mondayOf(addDays(day, 7))
      expect(next).toBe(addDays(mondayOf(day), 7))
      expect(isoWeekOf(next) > isoWeekOf(mondayOf(day))).toBe(true)
    }),
  )
})

test('days can be counted on and back', () => {
  fc.assert(
    fc.property(date, fc.integer({ min: -1000, max: 1000 }), (day, days) => {
      expect(addDays(addDays(day, days), -days)).toBe(day)
    }),
  )
})

test.each([
  ['2026-11-15T23:30:00Z', 'Europe/London', '2026-11-15'],
  ['2026-11-15T23:30:00Z', 'Europe/Berlin', '2026-11-16'],
  ['2026-11-16T01:30:00Z', 'America/New_York', '2026-11-15'],
  ['2026-06-30T23:30:00Z', 'Europe/London', '2026-07-01'],
  ['2026-11-15T10:30:00Z', 'Pacific/Kiritimati', '2026-11-16'],
])('%s is, in %s, the date %s', (instant, timezone, expected) => {
  expect(localDate(new Date(instant), timezone)).toBe(expected)
})
