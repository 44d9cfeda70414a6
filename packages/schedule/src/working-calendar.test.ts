import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isWorkingByRule } from '#test/day-by-day.ts'
import { dayAfter, layers, monday } from '#test/plans.ts'
import { toDay } from './day-number.ts'
import type { CalendarLayer } from './plan.ts'
import { buildCalendar } from './working-calendar.ts'
import { addWorkingDays, dueAfter, workingDayFrom, workingDaysIn } from './working-days.ts'

const layer = (values: Partial<CalendarLayer>): CalendarLayer => ({
  weekend_days: null,
  closed: [],
  working: [],
  ...values,
})
const on = (date: string) => [{ first: date, last: date }]

test('counting and finding working days agree with a walk from day to day', () => {
  const ranges = fc.tuple(
    fc.array(layers, { maxLength: 3 }),
    fc.integer({ min: -40, max: 90 }),
    fc.integer({ min: 0, max: 60 }),
  )
  fc.assert(
    fc.property(ranges, ([all, from, length]) => {
      const calendar = buildCalendar(all)
      const first = monday + from
      const days = Array.from({ length }, (_, index) => first + index)
      const worked = days.filter((day) => isWorkingByRule(all, day))
      expect(days.filter(calendar.isWorking)).toEqual(worked)
      const origin = calendar.before(first)
      expect(calendar.before(first + length) - origin).toBe(worked.length)
      expect(worked.map((_, index) => calendar.dayAt(origin + index))).toEqual(worked)
    }),
    { numRuns: 500 },
  )
})

test('the day of an index is a working day and has that index, however far away', () => {
  const far = fc.tuple(fc.array(layers, { maxLength: 3 }), fc.integer({ min: -1e6, max: 1e6 }))
  fc.assert(
    fc.property(far, ([all, index]) => {
      const calendar = buildCalendar(all)
      const day = calendar.dayAt(index)
      expect(calendar.isWorking(day)).toBe(true)
      expect(calendar.before(day)).toBe(index)
      expect(calendar.before(day + 1)).toBe(index + 1)
    }),
  )
})

test('the weekend is Saturday and Sunday unless a layer names another', () => {
  expect(workingDaysIn(buildCalendar([]), '2026-11-02', '2026-11-08')).toBe(5)
  const gulf = buildCalendar([layer({}), layer({ weekend_days: [5, 6] }), layer({})])
  expect(gulf.isWorking(toDay('2026-11-06'))).toBe(false)
  expect(gulf.isWorking(toDay('2026-11-08'))).toBe(true)
})

test('the more specific layer has the last word on a day, and in one layer closed wins', () => {
  const holiday = layer({ closed: on('2026-12-25') })
  const worked = layer({ working: on('2026-12-25') })
  const both = layer({ working: on('2026-12-25'), closed: on('2026-12-25') })
  const christmas = toDay('2026-12-25')
  expect(buildCalendar([holiday]).isWorking(christmas)).toBe(false)
  expect(buildCalendar([holiday, worked]).isWorking(christmas)).toBe(true)
  expect(buildCalendar([worked, holiday]).isWorking(christmas)).toBe(false)
  expect(buildCalendar([both]).isWorking(christmas)).toBe(false)
})

test('dates count both ends', () => {
  const calendar = buildCalendar([layer({ closed: on('2026-11-04') })])
  expect(dueAfter(calendar, '2026-11-02', 1)).toBe('2026-11-02')
  expect(dueAfter(calendar, '2026-11-02', 5)).toBe('2026-11-09')
  expect(dueAfter(calendar, '2026-11-07', 1)).toBe('2026-11-09')
  expect(workingDaysIn(calendar, '2026-11-02', '2026-11-09')).toBe(5)
  expect(workingDaysIn(calendar, '2026-11-07', '2026-11-08')).toBe(0)
  expect(addWorkingDays(calendar, '2026-11-03', 1)).toBe('2026-11-05')
  expect(addWorkingDays(calendar, '2026-11-09', -1)).toBe('2026-11-06')
  expect(workingDayFrom(calendar, '2026-11-04')).toBe('2026-11-05')
})

test.each([
  ['no weekday left', layer({ weekend_days: [1, 2, 3, 4, 5, 6, 7] })],
  ['a weekday that is none', layer({ weekend_days: [0] })],
  ['a range that is backwards', layer({ closed: [{ first: dayAfter(1), last: dayAfter(0) }] })],
  ['an absence for ever', layer({ closed: [{ first: dayAfter(0), last: '9999-12-31' }] })],
  ['a date that is none', layer({ working: on('2026-02-30') })],
])('%s is refused', (_, wrong) => {
  expect(() => buildCalendar([wrong])).toThrow(RangeError)
})
