import { toDate, toDay } from './day-number.ts'
import type { WorkingCalendar } from './working-calendar.ts'

/** Working days from a first to a last date, both included; negative when the last is earlier. */
export const workingDaysIn = (calendar: WorkingCalendar, first: string, last: string): number =>
  calendar.before(toDay(last) + 1) - calendar.before(toDay(first))

/** The date itself when it is a working day, else the next one that is. */
export const workingDayFrom = (calendar: WorkingCalendar, date: string): string =>
  toDate(calendar.dayAt(calendar.before(toDay(date))))

/** The due date of work that starts on a date (or the next working day) and takes so many working days, at least 1. */
export const dueAfter = (calendar: WorkingCalendar, start: string, durationDays: number): string =>
  toDate(calendar.dayAt(calendar.before(toDay(start)) + durationDays - 1))

/** The working day so many working days later, earlier when negative; 0 gives the date or the next working day. */
export const addWorkingDays = (calendar: WorkingCalendar, date: string, days: number): string =>
  toDate(calendar.dayAt(calendar.before(toDay(date)) + days))
