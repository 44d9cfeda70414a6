import type { Timeline, TimelineTask } from '@milepost/api-contracts/timeline'
import { toDate, toDay } from '@milepost/schedule/day-number'
import type { WorkingCalendar } from '@milepost/schedule/working-calendar'
import { formatDayRange } from '#shared/format/dates.ts'
import type { MilestoneState } from '#shared/ui/MilestoneMark.tsx'
import type { Axis } from './axis.ts'
import { axisDay } from './axis-day.ts'
import type { LinkIndex, Place } from './links.ts'
import type { ExternalTask, TimelineMilestone, TimelineRow } from './rows.ts'
import { type BaselineSpan, type Span, spanOf, varianceDays } from './spans.ts'
import { texts } from './texts.ts'

/** A plan laid out, ready to be drawn. */
export interface Chart {
  key: string
  rows: readonly TimelineRow[]
  rowOf: ReadonlyMap<string, number>
  /** Where each row's bar lies by the server's word, in the order of the rows. */
  spans: readonly (Span | undefined)[]
  axis: Axis
  calendar: WorkingCalendar
  links: LinkIndex
  baseline: ReadonlyMap<string, BaselineSpan>
  windows: Timeline['calendar']['windows']
  /** People by id. */
  names: ReadonlyMap<string, string>
  today: number
  showCritical: boolean
}

/** Where a row's bar lies by the server's word. */
export function servedSpan(row: TimelineRow): Span | undefined {
  if (row.kind === 'milestone') {
    const day = toDay(row.milestone.achieved_on ?? row.milestone.due_date)
    return { start: day, due: day }
  }
  return spanOf(row.task)
}

/** A bar's ends in pixels: it covers its last day. */
export function extentOf(axis: Axis, { start, due }: Span) {
  const x = axis.x(start)
  return { x, width: axis.x(due + 1) - x }
}

export const middleOf = (axis: Axis, day: number) => axis.x(day) + axis.pxPerDay / 2

/** Where arrows find a row's bar. */
export function placeOf(
  { axis, rows, spans }: Chart,
  row: number,
  shown: ReadonlyMap<string, Span>,
): Place | undefined {
  const at = rows[row]
  const span = at && (shown.get(at.id) ?? spans[row])
  if (!span) return undefined
  const { x, width } = extentOf(axis, span)
  return { row, left: x, right: x + Math.max(width, 4) }
}

/** What is still to come and past its day is at risk. */
export const milestoneState = (
  { status, due_date }: TimelineMilestone,
  today: number,
): MilestoneState =>
  status !== 'upcoming' ? status : toDay(due_date) < today ? 'at_risk' : 'coming'

export function milestoneLabel(milestone: TimelineMilestone): string {
  const { status, achieved_on, due_date } = milestone
  if (status === 'missed') return texts.missed(axisDay(due_date))
  return axisDay(achieved_on ?? due_date)
}

/** Days of everything that has a date: what the axis must cover. */
export function daysOf(timeline: Timeline): number[] {
  const days: number[] = []
  for (const task of [...timeline.tasks, ...timeline.external_tasks]) {
    const span = spanOf(task)
    if (span) days.push(span.start, span.due)
  }
  for (const { due_date, original_due_date } of timeline.milestones)
    days.push(toDay(due_date), toDay(original_due_date))
  for (const { start_date, finish_date } of timeline.baseline_items) {
    if (start_date !== undefined) days.push(toDay(start_date))
    days.push(toDay(finish_date))
  }
  return days
}

export const externalName = ({ project_key, title }: ExternalTask) =>
  `${title ?? texts.hiddenTask} (${project_key ?? texts.otherProject})`

export const titleOfRow = (row: TimelineRow): string =>
  row.kind === 'task'
    ? row.task.title
    : row.kind === 'milestone'
      ? row.milestone.name
      : externalName(row.task)

/** "WAF-12 Tune the rules". */
export const nameOfRow = (key: string, row: TimelineRow): string =>
  row.kind === 'task' ? `${key}-${row.task.number} ${row.task.title}` : titleOfRow(row)

export const rangeOf = (span: Span | undefined): string =>
  span ? formatDayRange(toDate(span.start), toDate(span.due)) : texts.noDates

/** Working days late against the baseline, undefined without one. */
export function varianceOf(
  { baseline, calendar }: Pick<Chart, 'baseline' | 'calendar'>,
  id: string,
  span: Span | undefined,
): number | undefined {
  const before = baseline.get(id)
  return before && span ? varianceDays(calendar, span.due, before.finish) : undefined
}

/** As the table colours it: a slip of a week is worth a look, one of two is bad news. */
export const varianceTone = (days: number) =>
  days > 10 ? 'red' : days >= 5 ? 'amber' : days === 0 ? 'none' : 'plain'

export const isCritical = (task: TimelineTask | undefined, showCritical: boolean) =>
  showCritical && task?.critical === true
