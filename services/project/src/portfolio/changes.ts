import type { PortfolioChange } from '@milepost/api-contracts/portfolio'
import { addDays } from '#calendar-day.ts'
import type { HealthChange, OverviewMilestone, OverviewProject } from './queries.ts'

type Row = Pick<
  OverviewProject,
  'id' | 'key' | 'name' | 'declared_health' | 'computed_health' | 'finished' | 'newly_blocked'
>

interface Happenings {
  rows: readonly Row[]
  milestones: readonly Pick<
    OverviewMilestone,
    'project_id' | 'name' | 'status' | 'achieved_on' | 'due_date'
  >[]
  healthChanges: readonly HealthChange[]
}

const changesMax = 50

/** What happened in the last seven days, newest first. */
export function presentChanges(
  { rows, milestones, healthChanges }: Happenings,
  today: string,
): PortfolioChange[] {
  const since = addDays(today, -6)
  const byId = new Map(rows.map((row) => [row.id, row]))
  const about = <Thing extends { project_id: string }>(
    things: readonly Thing[],
    present: (thing: Thing, row: Row) => PortfolioChange[],
  ) =>
    things.flatMap((thing) => {
      const row = byId.get(thing.project_id)
      return row ? present(thing, row) : []
    })

  return [
    ...about(healthChanges, presentHealthChange),
    ...about(milestones, presentMilestoneChange),
    ...rows.flatMap(presentTaskChanges),
  ]
    .filter(({ happened_on }) => happened_on >= since && happened_on <= today)
    .sort(newestFirst)
    .slice(0, changesMax)
}

const newestFirst = (one: PortfolioChange, other: PortfolioChange) =>
  Number(one.happened_on < other.happened_on) - Number(one.happened_on > other.happened_on)

const refOf = ({ id, key, name }: Row) => ({ id, key, name })

function presentHealthChange({ kind, previous, happened_on }: HealthChange, row: Row) {
  const health = (kind === 'declared' ? row.declared_health : row.computed_health) ?? 'unknown'
  // Declared again as it was, or for the first time: nothing that anybody could call a change.
  if (previous === null) return []
  const text = `${kind} ${previous} → ${health}`
  return [{ kind: 'health' as const, project: refOf(row), text, health, happened_on }]
}

function presentMilestoneChange(
  { name, status, achieved_on, due_date }: Happenings['milestones'][number],
  row: Row,
): PortfolioChange[] {
  // A missed one is noticed on the day after.
  const happened_on = status === 'missed' ? addDays(due_date, 1) : achieved_on
  if (status === 'upcoming' || happened_on === null) return []
  return [{ kind: 'milestone', project: refOf(row), text: `${name} ${status}`, happened_on }]
}

const tasks = (count: number) => (count === 1 ? '1 task' : `${count} tasks`)

function presentTaskChanges(row: Row): PortfolioChange[] {
  const { finished, newly_blocked } = row
  const project = refOf(row)
  return [
    ...(finished
      ? [
          {
            ...{ kind: 'finished' as const, project, happened_on: finished.last_on },
            text: `${tasks(finished.count)} finished`,
          },
        ]
      : []),
    ...(newly_blocked
      ? [
          {
            ...{ kind: 'blocked' as const, project, happened_on: newly_blocked.last_on },
            text: `${tasks(newly_blocked.count)} newly blocked`,
          },
        ]
      : []),
  ]
}
