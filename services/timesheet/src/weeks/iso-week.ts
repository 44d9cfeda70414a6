const dayMs = 86_400_000
const weekMs = 7 * dayMs

/** Dates are "2026-11-20", weeks "2026-W47", and a week is also known by its Monday. */
const toDate = (ms: number) => new Date(ms).toISOString().slice(0, 10)

/** Calendar dates only, so UTC stands for no zone at all: every day has 24 hours there. */
const toMs = (date: string) => Date.parse(`${date}T00:00:00Z`)

export const addDays = (date: string, days: number): string => toDate(toMs(date) + days * dayMs)

/** 0 is Monday, 6 is Sunday. */
export const weekdayOf = (date: string): number => (new Date(toMs(date)).getUTCDay() + 6) % 7

/** The Monday of the ISO 8601 week that a date is in. */
export const mondayOf = (date: string): string => addDays(date, -weekdayOf(date))

/** Monday to Sunday. */
export const datesOf = (monday: string): string[] =>
  Array.from({ length: 7 }, (_, day) => addDays(monday, day))

/** The first week of an ISO year is the one with 4 January in it. */
const firstMonday = (year: number) => mondayOf(`${year}-01-04`)

/** "2026-W47" for the week that starts on a Monday. Its year is the one its Thursday is in. */
export function isoWeekOf(monday: string): string {
  const year = Number(addDays(monday, 3).slice(0, 4))
  const week = 1 + Math.round((toMs(monday) - toMs(firstMonday(year))) / weekMs)
  return `${year}-W${String(week).padStart(2, '0')}`
}

/** The Monday of an ISO week; undefined for week 53 of a year that has only 52. */
export function mondayOfIsoWeek(isoWeek: string): string | undefined {
  const [year = '', week] = isoWeek.split('-W')
  const monday = addDays(firstMonday(Number(year)), (Number(week) - 1) * 7)
  return isoWeekOf(monday) === isoWeek ? monday : undefined
}

/** Making one takes a hundred times as long as using it. There are a few hundred zones. */
const formats = new Map<string, Intl.DateTimeFormat>()

/** The calendar date that an instant falls on in a time zone. */
export function localDate(instant: Date, timezone: string): string {
  // Sweden writes dates as ISO 8601 does.
  const format = formats.get(timezone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone: timezone })
  formats.set(timezone, format)
  return format.format(instant)
}
