const locale = 'en-GB'
/** A calendar date has no time zone: it is read and written as UTC, so it never shifts. */
const format = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options })

const day = format({ day: 'numeric', month: 'short' })
const dayOfYear = format({ day: 'numeric', month: 'short', year: 'numeric' })
const dayNumber = format({ day: 'numeric' })
const longDay = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
const month = format({ month: 'short' })
const weekday = format({ weekday: 'short' })

const atMidnight = (date: string) => new Date(`${date}T00:00:00Z`)
const dayMs = 86_400_000

/** "26 Mar", and "26 Mar 2027" unless that is the year of today. */
export const formatDay = (date: string, today = localDate(new Date())) =>
  yearOf(date) === yearOf(today) ? formatDayOnly(date) : formatDayOfYear(date)
const formatDayOnly = (date: string) => tidy(day.format(atMidnight(date)))
const yearOf = (date: string) => date.slice(0, 4)
/** "26 Mar 2027". */
export const formatDayOfYear = (date: string) => tidy(dayOfYear.format(atMidnight(date)))
/** "Friday 20 November 2026". */
export const formatLongDay = (date: string) => longDay.format(atMidnight(date)).replace(',', '')
/** "Mar". */
export const formatMonth = (date: string) => tidy(month.format(atMidnight(date)))
/** "Fri". */
export const formatWeekday = (date: string) => weekday.format(atMidnight(date))

/**
 * "8 – 21 Jan", "27 Jan – 5 Feb", "26 Mar" when both are the same day; with a year after what is not
 * of this one: "30 Dec – 5 Jan 2027".
 */
export function formatDayRange(from: string, to: string, today = localDate(new Date())): string {
  const end = formatDay(to, today)
  if (from === to) return end
  if (from.slice(0, 7) === to.slice(0, 7)) return `${dayNumber.format(atMidnight(from))} – ${end}`
  const start = yearOf(from) === yearOf(to) ? formatDayOnly(from) : formatDay(from, today)
  return `${start} – ${end}`
}

/** "09:12", in the reader's time zone. */
export const formatTime = (instant: string) =>
  new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }).format(new Date(instant))
/** "20 Nov, 09:12", in the reader's time zone. */
export const formatMoment = (instant: string) =>
  `${formatDay(localDate(new Date(instant)))}, ${formatTime(instant)}`

/** The reader's calendar date, "2026-11-20". */
export function localDate(instant: Date): string {
  const pad = (value: number) => value.toString().padStart(2, '0')
  return `${instant.getFullYear()}-${pad(instant.getMonth() + 1)}-${pad(instant.getDate())}`
}

/** Whole days from one date to another, negative when it lies before. */
export const daysBetween = (from: string, to: string) =>
  Math.round((atMidnight(to).getTime() - atMidnight(from).getTime()) / dayMs)

export const addDays = (date: string, days: number) =>
  new Date(atMidnight(date).getTime() + days * dayMs).toISOString().slice(0, 10)

/** ISO 8601: the week of the year's first Thursday is week 1; weeks start on Monday. */
export function isoWeek(date: string): { year: number; week: number; monday: string } {
  const mondayOffset = (atMidnight(date).getUTCDay() + 6) % 7
  const monday = addDays(date, -mondayOffset)
  const thursday = addDays(monday, 3)
  const year = Number(thursday.slice(0, 4))
  const week = Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1
  return { year, week, monday }
}

/** "12 min ago", "3 h ago", "2 d ago". Under a minute it is "just now". */
export function formatAge(instant: string, now: Date): string {
  const minutes = Math.floor((now.getTime() - new Date(instant).getTime()) / 60_000)
  if (minutes < 1) return 'just now'
  if (minutes < 60) return `${minutes} min ago`
  if (minutes < 60 * 24) return `${Math.floor(minutes / 60)} h ago`
  return `${Math.floor(minutes / (60 * 24))} d ago`
}

/** Some ICU versions write "Sept", which no column was measured for. */
const tidy = (text: string) => text.replace('Sept', 'Sep')
