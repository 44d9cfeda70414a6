import type { PortfolioChange } from '@milepost/api-contracts/portfolio'
import { addDays } from '#calendar-day.ts'
import type { OverviewChange, OverviewMilestone, OverviewProject } from './queries.ts'

type Named = Pick<OverviewProject, 'id' | 'key' | 'name' | 'declared_health' | 'computed_health'>

const changesMax = 50

/** What happened in the last seven days, newest first. */
export function presentChanges(
  { changes, milestones }: { changes: OverviewChange[]; milestones: OverviewMilestone[] },
  projects: ReadonlyMap<string, Named>,
  today: string,
): PortfolioChange[] {
  const since = addDays(today, -6)
  return [
    ...changes.flatMap((change) => {
      const project = projects.get(change.project_id)
      return project ? [presentChange(change, project)] : []
    }),
    ...milestones.flatMap((milestone) => {
      const project = projects.get(milestone.project_id)
      return project ? presentMilestoneChange(milestone, project, { since, today }) : []
    }),
  ]
    .sort((one, other) => (one.happened_on < other.happened_on ? 1 : -1))
    .slice(0, changesMax)
}

const refOf = ({ id, key, name }: Named) => ({ id, key, name })

const tasks = (count: number) => (count === 1 ? '1 task' : `${count} tasks`)

function presentChange(change: OverviewChange, named: Named): PortfolioChange {
  const { kind, count, previous, happened_on } = change
  const project = refOf(named)
  if (kind === 'finished' || kind === 'blocked') {
    return { kind, project, text: `${tasks(count ?? 0)} ${kind}`, happened_on }
  }
  const health = (kind === 'declared' ? named.declared_health : named.computed_health) ?? 'unknown'
  const text = previous === null ? `${kind} ${health}` : `${kind} ${previous} → ${health}`
  return { kind: 'health', project, text, health, happened_on }
}

function presentMilestoneChange(
  { name, status, achieved_on, due_date }: OverviewMilestone,
  named: Named,
  { since, today }: { since: string; today: string },
): PortfolioChange[] {
  // Noticed missed on the day after.
  const happened_on = status === 'achieved' ? achieved_on : addDays(due_date, 1)
  if (status === 'upcoming' || happened_on === null) return []
  if (happened_on < since || happened_on > today) return []
  return [{ kind: 'milestone', project: refOf(named), text: `${name} ${status}`, happened_on }]
}
