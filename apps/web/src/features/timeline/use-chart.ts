import type { Timeline } from '@milepost/api-contracts/timeline'
import { toDay } from '@milepost/schedule/day-number'
import { useMemo } from 'react'
import { useMembers } from '#shared/api/members-query.ts'
import { useMe } from '#shared/api/session-store.ts'
import { axisAround } from './axis.ts'
import { type Chart, daysOf, servedSpan } from './chart.ts'
import { indexLinks } from './links.ts'
import { listRows } from './rows.ts'
import { baselineSpans, calendarOf } from './spans.ts'
import { type FilterName, filterOf } from './timeline-filter.ts'

interface ChartOptions {
  timeline: Timeline
  folded: ReadonlySet<string>
  filters: readonly FilterName[]
  pxPerDay: number
  showCritical: boolean
  showBaseline: boolean
  today: string
  /** Of the chart on the screen. */
  width: number
}

/** The plan laid out for this reader, step by step, so that a zoom does not list the rows again. */
export function useChart(options: ChartOptions): Chart {
  const { timeline, folded, filters, pxPerDay, showCritical, showBaseline, today, width } = options
  const me = useMe()?.id
  const members = useMembers(timeline.project_id).data?.items
  const names = useMemo(
    () => new Map(members?.map(({ id, display_name }) => [id, display_name])),
    [members],
  )
  const { rows, rowOf } = useMemo(
    () => listRows(timeline, { collapsed: folded, passes: filterOf(filters, { me, today }) }),
    [timeline, folded, filters, me, today],
  )
  const spans = useMemo(() => rows.map(servedSpan), [rows])
  const links = useMemo(() => indexLinks(timeline.links, rowOf), [timeline.links, rowOf])
  const calendar = useMemo(() => calendarOf(timeline.calendar), [timeline.calendar])
  const baseline = useMemo(
    () => baselineSpans(showBaseline ? timeline.baseline_items : []),
    [timeline.baseline_items, showBaseline],
  )
  const days = useMemo(() => daysOf(timeline), [timeline])
  const todayNumber = toDay(today)
  const axis = useMemo(
    () => axisAround(days, todayNumber, pxPerDay, width),
    [days, todayNumber, pxPerDay, width],
  )
  const { windows } = timeline.calendar
  const { key } = timeline
  return useMemo(
    () => ({
      key,
      rows,
      rowOf,
      spans,
      axis,
      calendar,
      links,
      baseline,
      windows,
      names,
      today: todayNumber,
      showCritical,
    }),
    [
      key,
      rows,
      rowOf,
      spans,
      axis,
      calendar,
      links,
      baseline,
      windows,
      names,
      todayNumber,
      showCritical,
    ],
  )
}

/** Where a reader begins: at the plan's start, or with today in the first third of a longer one. */
export function firstDayShown({ axis, today }: Chart, timeline: Timeline, width: number): number {
  const first = daysOf(timeline).reduce((low, day) => Math.min(low, day), today)
  const room = 24 / axis.pxPerDay
  const beforeToday = (width * 0.4) / axis.pxPerDay
  return Math.max(axis.first, first - room, today - beforeToday)
}

/** When the work that is planned ends; undefined without dates. */
export function lastDayOf({ tasks, finish_date }: Timeline): string | undefined {
  let last: string | undefined
  for (const { due_date, start_date } of tasks) {
    const day = due_date ?? start_date
    if (day !== undefined && (last === undefined || day > last)) last = day
  }
  return last ?? finish_date ?? undefined
}
