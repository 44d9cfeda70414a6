import type { PortfolioTimeline } from '@milepost/api-contracts/portfolio-timeline'
import { toDay } from '@milepost/schedule/day-number'
import type { WorkingCalendar } from '@milepost/schedule/working-calendar'
import type { Axis } from './axis.ts'
import { extentOf } from './chart.ts'
import { type DrawnLink, routeLink } from './links.ts'
import { varianceDays } from './spans.ts'

export type PortfolioBar = PortfolioTimeline['projects'][number]

/** Days of everything on the portfolio's axis. */
export function portfolioDays({ projects }: PortfolioTimeline): number[] {
  return projects.flatMap((project) =>
    [
      project.start_date,
      project.finish_date,
      project.baseline_finish_date,
      ...project.milestones.map(({ due_date }) => due_date),
    ]
      .filter((date) => date !== null)
      .map(toDay),
  )
}

/** A project's bar in pixels; undefined until it has a start and an end. */
export const barOf = ({ start_date, finish_date }: PortfolioBar, axis: Axis) =>
  start_date !== null && finish_date !== null
    ? extentOf(axis, { start: toDay(start_date), due: toDay(finish_date) })
    : undefined

/** Working days that the project ends after its baseline. */
export const slipOf = (
  { finish_date, baseline_finish_date }: PortfolioBar,
  calendar: WorkingCalendar,
): number | undefined =>
  finish_date !== null && baseline_finish_date !== null
    ? varianceDays(calendar, toDay(finish_date), toDay(baseline_finish_date))
    : undefined

/** Arrows between the projects, from and to the days of the tasks that they tie. */
export function drawnPortfolioLinks(
  { projects, links }: PortfolioTimeline,
  axis: Axis,
): DrawnLink[] {
  const rowOf = new Map(projects.map(({ id }, row) => [id, row]))
  return links.flatMap(({ predecessor, successor, from_date, to_date, ...link }) => {
    const from = rowOf.get(predecessor.project_id)
    const to = rowOf.get(successor.project_id)
    if (from === undefined || to === undefined || from === to) return []
    if (from_date === undefined || to_date === undefined) return []
    const start = axis.x(toDay(from_date) + 1)
    const end = axis.x(toDay(to_date))
    const points = routeLink(
      link.type,
      { row: from, left: start, right: start },
      { row: to, left: end, right: end },
    )
    return [{ link, points }]
  })
}
