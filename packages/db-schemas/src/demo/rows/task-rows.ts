import { generateNKeysBetween } from 'fractional-indexing'
import type { PlannedProject, PlannedTask } from '#demo/content/plan.ts'
import type { Task } from '#tasks.ts'
import { slotDate } from './calendar.ts'
import { demoId, pick } from './demo-id.ts'
import type { PeopleIds } from './people-rows.ts'
import { type TaskTimeline, taskTimeline } from './task-timeline.ts'

type TaskRow = Omit<Task, Unused>
/** Columns that the demo leaves at their defaults. */
type Unused =
  | 'column_id'
  | 'category_id'
  | 'not_before'
  | 'is_pinned'
  | 'recurring_task_id'
  | 'occurrence_on'
  | 'deleted_at'
  | 'deleted_with'

export interface BuiltTask {
  plan: PlannedTask
  row: TaskRow
  timeline: TaskTimeline
  isLeaf: boolean
}

export interface ProjectIds {
  project: string
  milestone: ReadonlyMap<string, string>
}

/** Every task of a project with its rank, path and subtask counts, parents before their children. */
export function buildTasks(
  project: PlannedProject,
  { today, people, ids }: { today: string; people: PeopleIds; ids: ProjectIds },
): BuiltTask[] {
  const built: BuiltTask[] = []

  const visit = (plan: PlannedTask, parent: TaskRow | null): BuiltTask => {
    const timeline = parentTimeline(project, plan, today) ?? taskTimeline(project, plan, today)
    const created_at = timeline.events[0]?.at ?? new Date(0)
    const id = demoId(`task ${project.key}-${plan.number}`, created_at)
    const label = id.replaceAll('-', '')
    const row: TaskRow = {
      ...factsOf(plan, timeline),
      id,
      created_at,
      project_id: ids.project,
      parent_task_id: parent?.id ?? null,
      path: parent === null ? label : `${parent.path}.${label}`,
      assignee_id: plan.assignee === null ? null : people.user[plan.assignee],
      milestone_id: plan.milestone === undefined ? null : milestoneId(ids, plan.milestone),
      rank: '',
      child_count: plan.children?.length ?? 0,
      child_done_count: plan.children?.filter(({ status }) => status === 'done').length ?? 0,
    }
    const task = { plan, row, timeline, isLeaf: plan.children === undefined }
    built.push(task)
    for (const child of plan.children ?? []) visit(child, row)
    return task
  }
  for (const task of project.tasks) visit(task, null)
  rankColumns(built)
  return built
}

function factsOf(plan: PlannedTask, { events, start, due }: TaskTimeline) {
  const last = events.at(-1)
  const changed = events.findLast((event, i) => event.status !== events[i - 1]?.status)
  const completion = last?.completion ?? 0
  const estimate = plan.hours === null ? null : plan.hours * 60
  return {
    number: plan.number,
    title: plan.title,
    description: plan.about ?? '',
    status: plan.status,
    priority: plan.priority ?? (pick(plan.title, 5) === 0 ? 'low' : 'medium'),
    estimate_minutes: estimate,
    remaining_minutes: estimate === null ? null : Math.round((estimate * (100 - completion)) / 100),
    start_date: start,
    due_date: due,
    completion_percentage: completion,
    labels: [...(plan.labels ?? [])],
    blocked_reason: plan.blocked?.[0] ?? null,
    blocked_since: plan.blocked === undefined ? null : (changed?.at ?? null),
    status_changed_at: changed?.at ?? new Date(0),
    completed_at: plan.status === 'done' ? (last?.at ?? null) : null,
    version: events.length,
    updated_at: last?.at ?? new Date(0),
  } satisfies Partial<TaskRow>
}

const begunStatuses: ReadonlySet<PlannedTask['status']> = new Set([
  'in_progress',
  'in_review',
  'blocked',
  'done',
])

/** The later of an instant and the minute after another. */
const later = (at: Date, after: Date) => new Date(Math.max(at.getTime(), after.getTime() + 60_000))

/** A parent spans its subtasks, begins with the first and is done with the last. Null for a leaf. */
function parentTimeline(
  project: PlannedProject,
  plan: PlannedTask,
  today: string,
): TaskTimeline | null {
  if (plan.children === undefined) return null
  const children = plan.children.map(
    (child) => parentTimeline(project, child, today) ?? taskTimeline(project, child, today),
  )
  const dates = (read: (child: TaskTimeline) => string | null) =>
    children
      .map(read)
      .filter((date) => date !== null)
      .sort()
  const created = new Date(
    Date.parse(slotDate(today, project.start)) + 9 * 3_600_000 + plan.number * 1_000,
  )
  const finished = children
    .map((child) => child.events.at(-1)?.at ?? created)
    .reduce((a, b) => (a > b ? a : b))
  const begun = children
    .flatMap(({ events }) => events.filter(({ status }) => begunStatuses.has(status)))
    .map(({ at }) => at)
    .sort((a, b) => a.getTime() - b.getTime())[0]
  const done = plan.status === 'done'
  return {
    start: dates(({ start }) => start)[0] ?? null,
    due: dates(({ due }) => due).at(-1) ?? null,
    baselineDue: dates(({ baselineDue }) => baselineDue).at(-1) ?? null,
    worked: null,
    events: [
      { at: created, status: 'backlog', completion: 0 },
      ...(begun !== undefined && plan.status !== 'backlog'
        ? [{ at: later(begun, created), status: 'in_progress' as const, completion: 0 }]
        : []),
      ...(done
        ? [{ at: new Date(finished.getTime() + 60_000), status: 'done' as const, completion: 100 }]
        : []),
    ],
  }
}

function milestoneId(ids: ProjectIds, name: string): string {
  const id = ids.milestone.get(name)
  if (id === undefined) throw new Error(`no milestone "${name}" in the plan`)
  return id
}

/** Open columns by due date with the undated last, finished ones with the newest on top; epics at the end. */
function rankColumns(built: readonly BuiltTask[]): void {
  const columns = Map.groupBy(built, ({ row }) => row.status)
  for (const [status, column] of columns) {
    const finished = status === 'done' || status === 'cancelled'
    const sorted = column.toSorted((a, b) => {
      if (a.isLeaf !== b.isLeaf) return a.isLeaf ? -1 : 1
      if (finished) return b.row.status_changed_at.getTime() - a.row.status_changed_at.getTime()
      const [dueA, dueB] = [a.row.due_date ?? '9999', b.row.due_date ?? '9999']
      return dueA === dueB ? a.plan.number - b.plan.number : dueA < dueB ? -1 : 1
    })
    const ranks = generateNKeysBetween(null, null, sorted.length)
    sorted.forEach(({ row }, i) => {
      row.rank = ranks[i] ?? ''
    })
  }
}
