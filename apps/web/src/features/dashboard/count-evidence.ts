import type { PortfolioOverview, PortfolioProject } from '@milepost/api-contracts/portfolio'
import { daysBetween, formatDayOfYear, localDate } from '#shared/format/dates.ts'
import { formatCount } from '#shared/format/numbers.ts'
import type { Evidence } from '#shared/ui/evidence.ts'
import { healthWord } from '#shared/ui/health.ts'
import { blank } from './evidence.ts'
import { texts } from './texts.ts'

export type CountName = keyof PortfolioOverview['counts']

export const countKey = (name: CountName) => `count.${name}`

const countMethods: Record<CountName, string> = {
  active: 'Projects whose status is Active.',
  completed: 'Projects whose status is Completed.',
  at_risk: 'Active projects whose health is amber or red.',
  blocked_tasks: 'Open blocked tasks without subtasks, in active projects.',
  overdue_tasks: 'Open tasks whose due date has passed, in active projects.',
  milestones_due: 'Milestones that fall due within the next 30 days.',
}

export function countEvidence(overview: PortfolioOverview, name: CountName): Evidence {
  const { value, change } = overview.counts[name]
  const text = formatCount(value)
  return {
    ...blank,
    key: countKey(name),
    label: capitalised(texts.counts[name][1]),
    text,
    as_of: overview.as_of,
    method:
      change === null
        ? countMethods[name]
        : `${countMethods[name]} Seven days ago there were ${formatCount(value - change)}.`,
    operands: [...linesOf(overview, name), { label: 'Together', value: text }],
  }
}

/** The projects a count is made of, as far as the overview says. */
function linesOf({ projects, milestones, as_of }: PortfolioOverview, name: CountName) {
  const active = projects.filter(({ status }) => status === 'active')
  const lines = {
    active: () => active.map((one) => line(one.name, healthWord[one.health])),
    completed: () =>
      projects
        .filter(({ status }) => status === 'completed')
        .map((one) => line(one.name, one.completed_on ? formatDayOfYear(one.completed_on) : '–')),
    at_risk: () =>
      active
        .filter(({ health }) => health === 'amber' || health === 'red')
        .map((one) => line(one.name, healthWord[one.health])),
    blocked_tasks: () => counted(active, 'blocked_count'),
    overdue_tasks: () => counted(active, 'overdue_count'),
    milestones_due: () =>
      milestones
        .filter(({ status, due_date }) => status === 'upcoming' && isDue(due_date, as_of))
        .map((one) => line(one.name, formatDayOfYear(one.due_date))),
  }
  return lines[name]()
}

const line = (label: string, value: string) => ({ label, value })
const counted = (projects: readonly PortfolioProject[], field: 'blocked_count' | 'overdue_count') =>
  projects
    .filter((project) => project[field] > 0)
    .map((project) => line(project.name, formatCount(project[field])))

const capitalised = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

const dueDays = 30
const isDue = (date: string, as_of: string) =>
  daysBetween(localDate(new Date(as_of)), date) <= dueDays
