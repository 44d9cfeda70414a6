import type { PortfolioProject } from '@milepost/api-contracts/portfolio'
import type { Health } from '@milepost/api-contracts/projects'
import { dayOf, lastWeeks } from '#calendar-day.ts'
import type { OverviewProject } from './queries.ts'
import { plannedPercentage } from './working-days.ts'

/** The computed health where there is one, else the declared. */
export const healthOf = (project: { computed_health: Health | null; declared_health: Health }) =>
  project.computed_health === null || project.computed_health === 'unknown'
    ? project.declared_health
    : project.computed_health

const fullDays = (since: Date, now: Date) =>
  Math.max(0, Math.floor((now.getTime() - since.getTime()) / 86_400_000))

/** Full days since declared and computed health came to differ; null while they do not. */
export function disagreementDays(
  { declared_health, declared_since, computed_health, computed_since }: OverviewProject,
  now: Date,
): number | null {
  if (computed_health === null || computed_since === null) return null
  if (computed_health === declared_health) return null
  if (computed_health === 'unknown' || declared_health === 'unknown') return null
  return fullDays(new Date(Math.max(Date.parse(declared_since), Date.parse(computed_since))), now)
}

/** A project as the portfolio shows it. */
export function presentPortfolioProject(project: OverviewProject, now: Date): PortfolioProject {
  const { computed_at, blocked_since, finished_by_week } = project
  const today = dayOf(now)
  return {
    id: project.id,
    key: project.key,
    name: project.name,
    status: project.status,
    team: project.team,
    manager: project.manager,
    completion_percentage: project.completion_percentage,
    planned_percentage: plannedPercentage(project, today),
    health: healthOf(project),
    declared_health: project.declared_health,
    health_note: project.health_note,
    computed_health: project.computed_health ?? 'unknown',
    disagreement_days: disagreementDays(project, now),
    rules: (project.rules ?? []).toSorted((one, other) => Number(other.fired) - Number(one.fired)),
    computed_at: computed_at === null ? null : new Date(computed_at).toISOString(),
    forecast: project.forecast ?? { abstains: 'Not analysed yet.' },
    start_date: project.start_date,
    finish_date: project.finish_date,
    baseline_finish_date: project.baseline_finish_date,
    completed_on: project.completed_on,
    task_count: project.task_count,
    done_count: project.done_count,
    blocked_count: project.blocked_count,
    blocked_oldest_days: blocked_since === null ? null : fullDays(new Date(blocked_since), now),
    overdue_count: project.overdue_count,
    weekly_done: lastWeeks(today, 12).map((week) => finished_by_week?.[week] ?? 0),
    next_milestone: project.next_milestone,
  }
}

const bySeverity: readonly Health[] = ['red', 'amber', 'unknown', 'green']

/** Active ones first, then worst health, then latest, then by name. */
export function worstFirst(one: PortfolioProject, other: PortfolioProject): number {
  return (
    Number(other.status === 'active') - Number(one.status === 'active') ||
    bySeverity.indexOf(one.health) - bySeverity.indexOf(other.health) ||
    daysLate(other) - daysLate(one) ||
    (one.name < other.name ? -1 : 1)
  )
}

const daysLate = ({ forecast }: PortfolioProject) =>
  ('working_days_late' in forecast ? forecast.working_days_late : null) ?? -Infinity
