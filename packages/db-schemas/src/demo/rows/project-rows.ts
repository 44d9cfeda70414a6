import type { PlannedMilestone, PlannedProject } from '#demo/content/plan.ts'
import { assetRows } from './asset-rows.ts'
import { addDays, instant, slotDate } from './calendar.ts'
import { runningTotals } from './completion.ts'
import { demoId } from './demo-id.ts'
import { historyRows } from './history-rows.ts'
import type { PeopleIds } from './people-rows.ts'
import { snapshotRows } from './snapshot-rows.ts'
import { type BuiltTask, buildTasks } from './task-rows.ts'

const columnNames = {
  backlog: 'Backlog',
  todo: 'To do',
  in_progress: 'In progress',
  in_review: 'In review',
  blocked: 'Blocked',
  done: 'Done',
  cancelled: 'Cancelled',
} as const

export interface BuiltProject {
  plan: PlannedProject
  tasks: readonly BuiltTask[]
  rows: ReturnType<typeof rowsOf>
}

export function buildProject(
  plan: PlannedProject,
  { today, people, categoryId }: { today: string; people: PeopleIds; categoryId: string },
): BuiltProject {
  const created_at = instant(slotDate(today, plan.start), 8)
  const id = demoId(`project ${plan.key}`, created_at)
  const milestone = new Map(
    plan.milestones.map(({ name }) => [name, demoId(`milestone ${plan.key} ${name}`, created_at)]),
  )
  const tasks = buildTasks(plan, { today, people, ids: { project: id, milestone } })
  return { plan, tasks, rows: rowsOf(plan, tasks, { today, people, categoryId, milestone }) }
}

function rowsOf(
  plan: PlannedProject,
  tasks: readonly BuiltTask[],
  context: {
    today: string
    people: PeopleIds
    categoryId: string
    milestone: ReadonlyMap<string, string>
  },
) {
  const { today, people, categoryId, milestone } = context
  const created_at = instant(slotDate(today, plan.start), 8)
  const row = (name: string, at = created_at) => ({
    id: demoId(`${name} ${plan.key}`, at),
    created_at: at,
    updated_at: at,
  })
  const project_id = demoId(`project ${plan.key}`, created_at)
  const declared_at = instant(addDays(today, -declaredDaysAgo(plan)), 8, 40)
  const computed = plan.computed.at(-1)

  return {
    project: {
      ...row('project'),
      id: project_id,
      key: plan.key,
      name: plan.name,
      description: plan.about,
      team_id: people.team[plan.team],
      category_id: categoryId,
      manager_id: people.user[plan.manager],
      status: plan.completed === undefined ? ('active' as const) : ('completed' as const),
      start_date: slotDate(today, plan.start),
      finish_date: slotDate(today, plan.finish),
      asset_noun: plan.counted?.noun ?? null,
      declared_health: plan.declared,
      health_note: plan.note,
      health_declared_at: declared_at,
      completed_on: plan.completed === undefined ? null : slotDate(today, plan.completed),
      updated_at: declared_at,
    },
    progress: {
      project_id,
      board_version: tasks.reduce((sum, { row }) => sum + row.version, 0),
      last_task_number: Math.max(...tasks.map(({ plan }) => plan.number)),
      ...runningTotals(countedLeaves(tasks)),
      done_count: countedLeaves(tasks).filter(({ status }) => status === 'done').length,
      blocked_count: countedLeaves(tasks).filter(({ status }) => status === 'blocked').length,
      updated_at: latest(tasks),
    },
    /** Rules and forecast stay empty: the first analysis brings them. */
    health: {
      project_id,
      computed_health: computed?.health ?? ('unknown' as const),
      computed_since: instant(addDays(today, -(computed?.days ?? 0)), 6, 20),
      computed_at: instant(addDays(today, -1), 6, 20),
      rules: [],
      forecast: { abstains: 'The first analysis has not run yet.' },
    },
    columns: Object.entries(columnNames).map(([status, name], position) => ({
      ...row(`column ${status}`),
      project_id,
      status: status as keyof typeof columnNames,
      name,
      position,
      wip_limit: plan.wipLimits?.[status as keyof typeof columnNames] ?? null,
    })),
    milestones: plan.milestones.map((planned) => ({
      ...row('milestone'),
      id: milestone.get(planned.name),
      project_id,
      name: planned.name,
      description: planned.about,
      ...milestoneDates(planned, today),
    })),
    milestoneDates: plan.milestones.flatMap((planned) => {
      const { due_date, original_due_date } = milestoneDates(planned, today)
      const dates = [...new Set([original_due_date, due_date])]
      return dates.map((date, place) => ({
        ...row(`milestone date ${planned.name} ${place}`, place === 0 ? undefined : declared_at),
        milestone_id: milestone.get(planned.name) ?? '',
        due_date: date,
        changed_by: people.user[plan.manager],
      }))
    }),
    healthDeclarations: [
      {
        ...row('health declaration', declared_at),
        project_id,
        health: plan.declared,
        note: plan.note,
        declared_by: people.user[plan.manager],
      },
    ],
    ...historyRows(plan, tasks, { today, people, project_id, milestone }),
    assets: assetRows(plan, { today, project_id }),
    snapshots: snapshotRows(plan, tasks, { today, project_id }),
  }
}

/** Before the computed health came to differ, so that the days of disagreement count from there. */
const declaredDaysAgo = ({ computed }: PlannedProject) =>
  3 + (computed.length > 1 ? (computed.at(-1)?.days ?? 0) : 0)

/** What progress is measured over: leaf tasks, cancelled ones left out. */
export const countedLeaves = (tasks: readonly BuiltTask[]) =>
  tasks.filter(({ isLeaf, plan }) => isLeaf && plan.status !== 'cancelled').map(({ row }) => row)

const latest = (tasks: readonly BuiltTask[]) =>
  new Date(Math.max(...tasks.map(({ row }) => row.updated_at.getTime())))

function milestoneDates(planned: PlannedMilestone, today: string) {
  const { due, original = due, achieved, missed } = planned
  const status = achieved !== undefined ? 'achieved' : missed ? 'missed' : 'upcoming'
  return {
    due_date: slotDate(today, due),
    original_due_date: slotDate(today, original),
    status: status as 'achieved' | 'missed' | 'upcoming',
    achieved_on: achieved === undefined ? null : slotDate(today, achieved),
  }
}
