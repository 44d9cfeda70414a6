import { toDate } from '@milepost/schedule/day-number'
import { scaleUtc } from 'd3-scale'
import { utcMonday, utcMonth, utcYear } from 'd3-time'

const dayMs = 86_400_000

/** Pixels of one day at each level of zoom. */
export const zoomLevels = { day: 28, week: 6.2, month: 2.4, quarter: 0.9 } as const
export type ZoomLevel = keyof typeof zoomLevels
export const zoomNames = ['day', 'week', 'month', 'quarter'] as const satisfies ZoomLevel[]

const pxPerDayMin = 0.5
const pxPerDayMax = 56
export const clampZoom = (pxPerDay: number) =>
  Math.min(pxPerDayMax, Math.max(pxPerDayMin, pxPerDay))

/** The level whose own zoom is nearest, as a ratio. */
export function levelOf(pxPerDay: number): ZoomLevel {
  const distance = (name: ZoomLevel) => Math.abs(Math.log(zoomLevels[name] / pxPerDay))
  return zoomNames.reduce((best, name) => (distance(name) < distance(best) ? name : best))
}

/** Days laid on a line. Days are the numbers of `toDay`; x is in pixels from the first day's start. */
export interface Axis {
  first: number
  /** Exclusive. */
  end: number
  pxPerDay: number
  width: number
  /** Where a day starts. */
  x: (day: number) => number
  /** The day that covers a place. */
  dayAt: (x: number) => number
}

export function createAxis(first: number, end: number, pxPerDay: number): Axis {
  const width = Math.ceil((end - first) * pxPerDay)
  const scale = scaleUtc()
    .domain([first * dayMs, end * dayMs])
    .range([0, (end - first) * pxPerDay])
  return {
    first,
    end,
    pxPerDay,
    width,
    // A line through two points, without a Date for each of ten thousand bars.
    x: (day) => (day - first) * pxPerDay,
    dayAt: (x) => Math.floor(scale.invert(x).getTime() / dayMs + 1e-6),
  }
}

/** Whole months with room on both sides, and at least as wide as the chart. */
export function axisAround(
  days: readonly number[],
  today: number,
  pxPerDay: number,
  widthMin: number,
): Axis {
  let low = today
  let high = today
  for (const day of days) {
    if (day < low) low = day
    if (day > high) high = day
  }
  const first = dayOf(utcMonday.floor(timeOf(low - roomDays)))
  const needed = Math.ceil(widthMin / pxPerDay)
  const end = Math.max(high + 1 + Math.ceil(160 / pxPerDay) + roomDays, first + needed)
  return createAxis(first, end, pxPerDay)
}

/** Before the first bar and after the last. */
const roomDays = 10

const timeOf = (day: number) => new Date(day * dayMs)
const dayOf = (time: Date) => Math.round(time.getTime() / dayMs)

export interface Tick {
  day: number
  x: number
  label: string
}

const utc = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options })
const monthAndYear = utc({ month: 'long', year: 'numeric' })
const monthName = utc({ month: 'long' })
const monthShort = utc({ month: 'short' })
const year = utc({ year: 'numeric' })

const startOfMonth = (time: Date) => utcMonth.floor(time)
const between = (floor: (time: Date) => Date, next: (time: Date) => Date, from: Date, to: Date) => {
  const times: Date[] = []
  for (let time = floor(from); time < to; time = next(time)) times.push(time)
  return times
}

const days = (from: Date, to: Date) =>
  between(
    (time) => new Date(Math.floor(time.getTime() / dayMs) * dayMs),
    (time) => new Date(time.getTime() + dayMs),
    from,
    to,
  )
const weeks = (from: Date, to: Date) =>
  between(utcMonday.floor, (time) => utcMonday.offset(time, 1), from, to)
const months = (step: number) => (from: Date, to: Date) =>
  between(
    (time) => {
      const month = startOfMonth(time)
      return utcMonth.offset(month, -(month.getUTCMonth() % step))
    },
    (time) => utcMonth.offset(time, step),
    from,
    to,
  )
const years = (from: Date, to: Date) =>
  between(utcYear.floor, (time) => utcYear.offset(time, 1), from, to)

const dayNumber = (time: Date) => String(time.getUTCDate())
const quarter = (time: Date) => `Q${Math.floor(time.getUTCMonth() / 3) + 1}`

/** What the two lines of the header say, by how much room a day has. */
function scheme(pxPerDay: number) {
  const everyMonth = months(1)
  const named = (time: Date) =>
    time.getUTCMonth() === 0 ? monthAndYear.format(time) : monthName.format(time)
  if (pxPerDay >= 16) return { major: everyMonth, majorLabel: named, minor: days, label: dayNumber }
  if (pxPerDay >= 3.6)
    return { major: everyMonth, majorLabel: named, minor: weeks, label: dayNumber }
  const byYear = { major: years, majorLabel: (time: Date) => year.format(time) }
  if (pxPerDay >= 1.2)
    return {
      ...byYear,
      minor: everyMonth,
      label: (time: Date) => monthShort.format(time).replace('Sept', 'Sep'),
    }
  return { ...byYear, minor: months(3), label: quarter }
}

export interface Ticks {
  major: Tick[]
  minor: Tick[]
}

/** The ticks of the part from `fromX` to `toX`, and the one that began before it. */
export function ticksBetween(axis: Axis, fromX: number, toX: number): Ticks {
  const from = timeOf(Math.max(axis.first, axis.dayAt(fromX)))
  const to = timeOf(Math.min(axis.end, axis.dayAt(toX) + 1))
  const { major, majorLabel, minor, label } = scheme(axis.pxPerDay)
  const place = (format: (time: Date) => string) => (time: Date) => {
    const day = dayOf(time)
    return { day, x: axis.x(Math.max(day, axis.first)), label: format(time) }
  }
  return {
    major: withYear(major(from, to).map(place(majorLabel)), axis),
    minor: minor(from, to)
      .filter((time) => dayOf(time) >= axis.first)
      .map(place(label)),
  }
}

/** The axis begins by saying its year. */
function withYear(ticks: Tick[], axis: Axis): Tick[] {
  const [first, ...rest] = ticks
  if (!first || first.day > axis.first || /\d/.test(first.label)) return ticks
  return [{ ...first, label: `${first.label} ${toDate(axis.first).slice(0, 4)}` }, ...rest]
}

export interface Stretch {
  from: number
  /** Exclusive. */
  to: number
}

/** Runs of days on which nobody works, within a part of the axis. */
export function freeStretches(
  isWorking: (day: number) => boolean,
  from: number,
  to: number,
): Stretch[] {
  const stretches: Stretch[] = []
  for (let day = from; day < to; day++) {
    if (isWorking(day)) continue
    const last = stretches.at(-1)
    if (last?.to === day) last.to = day + 1
    else stretches.push({ from: day, to: day + 1 })
  }
  return stretches
}
