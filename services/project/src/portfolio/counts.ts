import type { PortfolioOverview, PortfolioProject } from '@milepost/api-contracts/portfolio'
import { addDays } from '#calendar-day.ts'
import { healthOf } from './present-project.ts'
import type { OverviewMilestone, OverviewProject } from './queries.ts'

type Counts = PortfolioOverview['counts']

/** What the counts are counted from, now or a week ago. */
type Countable = Pick<PortfolioProject, 'status' | 'health' | 'blocked_count' | 'overdue_count'>

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

function count(projects: readonly Countable[]) {
  const active = projects.filter(({ status }) => status === 'active')
  const open = projects.filter(({ status }) => status !== 'completed' && status !== 'cancelled')
  return {
    active: active.length,
    completed: projects.filter(({ status }) => status === 'completed').length,
    at_risk: active.filter(({ health }) => health === 'amber' || health === 'red').length,
    blocked_tasks: sum(open.map(({ blocked_count }) => blocked_count)),
    overdue_tasks: sum(open.map(({ overdue_count }) => overdue_count)),
  }
}

/** As the snapshot has it; one from before it kept the status is completed if the project was by then. */
function weekAgo(project: OverviewProject, today: string): Countable[] {
  const { week_ago, completed_on, status } = project
  if (week_ago === null) return []
  const completedLater = completed_on !== null && completed_on > addDays(today, -7)
  return [
    {
      status: week_ago.status ?? (completedLater ? 'active' : status),
      health: healthOf(week_ago),
      blocked_count: week_ago.blocked_count,
      overdue_count: week_ago.overdue_count,
    },
  ]
}

/** The portfolio in six numbers, and how they differ from those of seven days ago. */
export function countPortfolio(
  rows: readonly OverviewProject[],
  milestones: readonly OverviewMilestone[],
  today: string,
): Counts {
  const now = count(rows.map((row) => ({ ...row, health: healthOf(row) })))
  const before = rows.flatMap((row) => weekAgo(row, today))
  const then = before.length > 0 ? count(before) : undefined
  const compared = (name: keyof typeof now) => ({
    value: now[name],
    change: then ? now[name] - then[name] : null,
  })
  const due = milestones.filter(
    ({ status, due_date }) =>
      status === 'upcoming' && due_date >= today && due_date <= addDays(today, 30),
  )
  return {
    active: compared('active'),
    completed: compared('completed'),
    at_risk: compared('at_risk'),
    blocked_tasks: compared('blocked_tasks'),
    overdue_tasks: compared('overdue_tasks'),
    // Nothing remembers which milestones were planned for when.
    milestones_due: { value: due.length, change: null },
  }
}
