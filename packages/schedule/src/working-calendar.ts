import { toDay } from './day-number.ts'
import type { CalendarLayer, DateRange } from './plan.ts'

/**
 * Working days, counted. Days are numbers of `toDay`; a working day's index counts from the same
 * arbitrary origin in both functions, so only differences of indexes mean something.
 */
export interface WorkingCalendar {
  /** How many working days lie before a day: the index of the first working day on or after it. */
  before(day: number): number
  /** The day of the working day with that index. `before(dayAt(index))` is the index again. */
  dayAt(index: number): number
  isWorking(day: number): boolean
}

/** An exception lasts as long as the absence that made it; a table of more days is a mistake. */
const rangeDaysMax = 3_660

const defaultWeekend = [6, 7]

/** 1970-01-01 was a Thursday, three days after a Monday. */
const fromMonday = (day: number) => day + 3

/**
 * Builds the calendar that the layers give together. The weekend is of the last layer that names one,
 * Saturday and Sunday when none does; on a single day the last layer that names the day decides.
 *
 * Every call takes O(log n) for n exceptional days, at any distance: weeks are arithmetic, and the
 * exceptions are prefix sums searched by halves.
 *
 * Throws a RangeError when no weekday is left to work on, for a weekday outside 1–7, for a date that
 * is none, and for a range that is backwards or longer than ten years.
 */
export function buildCalendar(layers: readonly CalendarLayer[]): WorkingCalendar {
  const week = buildWeek(layers.findLast((layer) => layer.weekend_days !== null)?.weekend_days)
  const named = new Map<number, boolean>()
  for (const layer of layers) {
    markDays(named, layer.working, true)
    markDays(named, layer.closed, false)
  }
  const exceptions = [...named]
    .filter(([day, working]) => working !== week.isWorking(day))
    .sort(([one], [other]) => one - other)
  if (exceptions.length === 0) return week

  const days = Int32Array.from(exceptions, ([day]) => day)
  /** Working days that the first i exceptions add to the pattern of the week. */
  const added = new Int32Array(days.length + 1)
  /** Working days up to and including exception i. */
  const upTo = new Int32Array(days.length)
  for (const [index, [day, working]] of exceptions.entries()) {
    added[index + 1] = (added[index] ?? 0) + (working ? 1 : -1)
    upTo[index] = week.before(day + 1) + (added[index + 1] ?? 0)
  }

  const before = (day: number) => week.before(day) + (added[countBelow(days, day)] ?? 0)
  return {
    before,
    dayAt: (index) => {
      const passed = countBelow(upTo, index + 1)
      const next = days[passed]
      if (next !== undefined && named.get(next) === true && before(next) === index) return next
      return week.dayAt(index - (added[passed] ?? 0))
    },
    isWorking: (day) => named.get(day) ?? week.isWorking(day),
  }
}

function markDays(named: Map<number, boolean>, ranges: readonly DateRange[], working: boolean) {
  for (const { first, last } of ranges) {
    const from = toDay(first)
    const to = toDay(last)
    if (to < from || to - from >= rangeDaysMax)
      throw new RangeError(`${first} to ${last} is backwards or longer than ten years`)
    for (let day = from; day <= to; day++) named.set(day, working)
  }
}

/** The calendar of a week that repeats for ever. */
function buildWeek(weekendDays: readonly number[] | null = defaultWeekend): WorkingCalendar {
  const weekend = new Set(weekendDays)
  if ([...weekend].some((weekday) => !Number.isInteger(weekday) || weekday < 1 || weekday > 7))
    throw new RangeError('a weekend day is a number from 1, Monday, to 7, Sunday')
  const worked = [0, 1, 2, 3, 4, 5, 6].filter((weekday) => !weekend.has(weekday + 1))
  const perWeek = worked.length
  if (perWeek === 0) throw new RangeError('a week without a working day never gets anything done')
  const beforeWeekday = [0, 1, 2, 3, 4, 5, 6].map(
    (weekday) => worked.filter((d) => d < weekday).length,
  )

  return {
    before: (day) => {
      const week = Math.floor(fromMonday(day) / 7)
      return week * perWeek + (beforeWeekday[fromMonday(day) - week * 7] ?? 0)
    },
    dayAt: (index) => {
      const week = Math.floor(index / perWeek)
      return week * 7 + (worked[index - week * perWeek] ?? 0) - 3
    },
    isWorking: (day) => !weekend.has((((fromMonday(day) % 7) + 7) % 7) + 1),
  }
}

/** How many of the ascending numbers are below a limit. */
function countBelow(ascending: Int32Array, limit: number): number {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ascending[middle] ?? 0) < limit) low = middle + 1
    else high = middle
  }
  return low
}
