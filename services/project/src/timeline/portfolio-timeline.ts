import type { PortfolioTimeline } from '@milepost/api-contracts/portfolio-timeline'
import type { Db } from '@milepost/db-schemas/database'
import { reschedule } from '@milepost/schedule/reschedule'
import type { Actor } from '@milepost/service-kit/authentication'
import { visibleTeams } from '#projects/policy.ts'
import { toPlan } from '#schedule/to-plan.ts'
import { projectCalendar } from './calendar.ts'
import type { CalendarRow } from './frame-statement.ts'
import { type LinkedEnd, type PortfolioLinkRow, readPortfolio } from './portfolio-statement.ts'

/** All projects that the actor sees on one axis, and the links between them. */
export async function readPortfolioTimeline(db: Db, actor: Actor): Promise<PortfolioTimeline> {
  const [row] = await readPortfolio(db, visibleTeams(actor))
  if (!row) throw new Error('a select without a table answered nothing')
  return {
    projects: row.projects,
    links: presentLinks(row.links, row.calendars),
    calendar: projectCalendar(row.calendars),
  }
}

function presentLinks(
  rows: readonly PortfolioLinkRow[],
  calendars: CalendarRow[],
): PortfolioTimeline['links'] {
  const days = violatedDays(rows, calendars)
  return rows.map(({ id, type, lag_minutes, predecessor, successor }) => {
    const [from, to] = [
      type.startsWith('S') ? predecessor.start_date : predecessor.due_date,
      type.endsWith('S') ? successor.start_date : successor.due_date,
    ]
    const violated = days.get(id)
    return {
      ...{ id, type, lag_minutes },
      ...{ predecessor_id: predecessor.id, successor_id: successor.id },
      predecessor: presentEnd(predecessor),
      successor: presentEnd(successor),
      ...(from !== null && { from_date: from }),
      ...(to !== null && { to_date: to }),
      ...(violated !== undefined && { violated_days: violated }),
    }
  })
}

const presentEnd = ({ project_id, key, title }: LinkedEnd) => ({ project_id, key, title })

/** Of the links that the dates break, by the organisation's calendar. */
function violatedDays(rows: readonly PortfolioLinkRow[], calendars: CalendarRow[]) {
  const ends = new Map(
    rows.flatMap(({ predecessor, successor }) => [
      [predecessor.id, predecessor],
      [successor.id, successor],
    ]),
  )
  const plan = toPlan(
    {
      tasks: [],
      links: rows.map(({ predecessor, successor, ...link }) => ({
        ...link,
        ...{ predecessor_id: predecessor.id, successor_id: successor.id },
      })),
    },
    {
      ...{ calendars, absences: [] },
      externals: [...ends.values()].map((end) => ({
        ...end,
        ...{ status: end.done ? ('done' as const) : ('todo' as const) },
        ...{ project_key: '', team_id: '' },
      })),
    },
  )
  const { violations } = reschedule(plan, [], 'warn')
  return new Map(
    violations.flatMap((violation) =>
      violation.kind === 'link' ? [[violation.link_id, violation.days] as const] : [],
    ),
  )
}
