const dayMs = 86_400_000

/** Days since 1 January 1970, which was a Thursday. */
const toDay = (date: string) => Date.parse(`${date}T00:00:00Z`) / dayMs
const toDate = (day: number) => new Date(day * dayMs).toISOString().slice(0, 10)

/** Mondays to Fridays since the Monday of the week of 1 January 1970, the day itself included. */
function workingDaysUpTo(day: number): number {
  const days = day + 4
  return Math.floor(days / 7) * 5 + Math.min(((days % 7) + 7) % 7, 5)
}

/** The calendar date of an instant, in UTC. */
export const dateOf = (instant: string): string => new Date(instant).toISOString().slice(0, 10)

/** The date so many calendar days later; earlier when negative. */
export const addDays = (date: string, days: number): string => toDate(toDay(date) + days)

/** Whole calendar days from one date to another. */
export const daysBetween = (from: string, to: string): number => toDay(to) - toDay(from)

/** Times 24 hours from one instant to another, rounded down. */
export const fullDays = (from: string, to: string): number =>
  Math.floor((Date.parse(to) - Date.parse(from)) / dayMs)

/** The Monday of the date's ISO week. */
export const mondayOf = (date: string): string => addDays(date, -((toDay(date) + 3) % 7))

/**
 * Mondays to Fridays after `from`, up to and including `to`; negative when `to` is earlier. Holidays
 * are not known here, so they count as working days.
 */
export const workingDaysBetween = (from: string, to: string): number =>
  workingDaysUpTo(toDay(to)) - workingDaysUpTo(toDay(from))

/** Mondays to Fridays from the first date to the second, both included. */
export const workingDaysIn = (first: string, last: string): number =>
  workingDaysBetween(addDays(first, -1), last)

/** The n-th Monday to Friday after a date; n is at least 1. */
export function addWorkingDays(date: string, n: number): string {
  const target = workingDaysUpTo(toDay(date)) + n - 1
  return toDate(Math.floor(target / 5) * 7 + (target % 5) - 3)
}
