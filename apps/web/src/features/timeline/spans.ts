import type { ProjectCalendar, Timeline, TimelineTask } from '@milepost/api-contracts/timeline'
import { toDate, toDay } from '@milepost/schedule/day-number'
import { buildCalendar, type WorkingCalendar } from '@milepost/schedule/working-calendar'

/** First and last day of something, both included, as numbers of `toDay`. */
export interface Span {
  start: number
  due: number
}

/** Where a task lies; undefined without dates. One date alone is a day's work. */
export function spanOf({ start_date, due_date }: SpanDates): Span | undefined {
  const start = start_date ?? due_date
  const due = due_date ?? start_date
  if (start === undefined || due === undefined) return undefined
  return { start: toDay(start), due: toDay(due) }
}
type SpanDates = Pick<TimelineTask, 'start_date' | 'due_date'>

export const sameSpan = (one: Span | undefined, other: Span | undefined) =>
  one?.start === other?.start && one?.due === other?.due

export const spanDates = ({ start, due }: Span) => ({
  start_date: toDate(start),
  due_date: toDate(due),
})

/** The working days of the project's team. */
export function calendarOf({ weekend, holidays, working_days }: ProjectCalendar): WorkingCalendar {
  const ranges = (days: readonly string[]) => days.map((day) => ({ first: day, last: day }))
  return buildCalendar([
    {
      weekend_days: weekend,
      closed: ranges(holidays.map(({ day }) => day)),
      working: ranges(working_days),
    },
  ])
}

/** A working day's length in working days: at least one, also of work planned on a weekend. */
const lengthOf = (calendar: WorkingCalendar, { start, due }: Span) =>
  Math.max(1, calendar.before(due + 1) - calendar.before(start))

const workingDayFrom = (calendar: WorkingCalendar, day: number) =>
  calendar.dayAt(calendar.before(day))
const workingDayUntil = (calendar: WorkingCalendar, day: number) =>
  calendar.dayAt(calendar.before(day + 1) - 1)

/** The same work on other days: as many working days, from the first working day on or after. */
export function moveSpan(calendar: WorkingCalendar, span: Span, days: number): Span {
  if (days === 0) return span
  const first = calendar.before(span.start + days)
  return {
    start: calendar.dayAt(first),
    due: calendar.dayAt(first + lengthOf(calendar, span) - 1),
  }
}

/** Its first or last day elsewhere. It never gets shorter than a day. */
export function resizeSpan(
  calendar: WorkingCalendar,
  span: Span,
  end: 'start' | 'due',
  days: number,
): Span {
  if (days === 0) return span
  if (end === 'due') {
    const due = workingDayUntil(calendar, span.due + days)
    return { start: span.start, due: Math.max(due, span.start) }
  }
  const start = workingDayFrom(calendar, span.start + days)
  return { start: Math.min(start, span.due), due: span.due }
}

/** Calendar days to the working day that is `steps` working days away, for one press of an arrow. */
export function stepDays(calendar: WorkingCalendar, day: number, steps: 1 | -1): number {
  const from = steps === 1 ? calendar.before(day + 1) : calendar.before(day) - 1
  return calendar.dayAt(from) - day
}

export interface BaselineSpan {
  start: number
  finish: number
}

/** The chosen baseline by task or milestone. */
export function baselineSpans(items: Timeline['baseline_items']): Map<string, BaselineSpan> {
  const spans = new Map<string, BaselineSpan>()
  for (const { task_id, milestone_id, start_date, finish_date } of items) {
    const id = task_id ?? milestone_id
    const finish = toDay(finish_date)
    if (id !== undefined)
      spans.set(id, { start: start_date === undefined ? finish : toDay(start_date), finish })
  }
  return spans
}

/** Working days that an end lies after its baseline; negative when it lies before. */
export const varianceDays = (calendar: WorkingCalendar, finish: number, baseline: number) =>
  calendar.before(finish + 1) - calendar.before(baseline + 1)
