import type { Task } from '@milepost/db-schemas/tasks'

/** What changes as one and is undone as one, and the type of each in SQL. */
export const fieldTypes = {
  title: 'text',
  description: 'text',
  status: 'projects.task_status',
  column_id: 'uuid',
  rank: 'text',
  status_changed_at: 'timestamptz',
  completed_at: 'timestamptz',
  blocked_reason: 'text',
  blocked_since: 'timestamptz',
  priority: 'projects.task_priority',
  assignee_id: 'uuid',
  category_id: 'uuid',
  milestone_id: 'uuid',
  parent_task_id: 'uuid',
  estimate_minutes: 'int',
  remaining_minutes: 'int',
  start_date: 'date',
  due_date: 'date',
  not_before: 'date',
  is_pinned: 'boolean',
  completion_percentage: 'int',
  labels: 'text[]',
} as const satisfies Partial<Record<keyof Task, string>>

export type TaskField = keyof typeof fieldTypes
export type TaskFields = Pick<Task, TaskField>

const fields = Object.keys(fieldTypes) as TaskField[]

/** What follows from a status or a place on the board; nobody reads it in a list of changes. */
const derived: ReadonlySet<TaskField> = new Set<TaskField>([
  ...(['column_id', 'rank', 'status_changed_at', 'completed_at', 'blocked_since'] as const),
])

/** The fields in which a task differs. */
export const differingFields = (before: TaskFields, after: TaskFields): TaskField[] =>
  fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))

/** Of these, the ones a person changed. */
export const shownFields = (differing: readonly TaskField[]) =>
  differing.filter((field) => !derived.has(field))

/** These fields of a task, as JSON keeps them. */
export const pickFields = (task: TaskFields, names: readonly TaskField[]): Partial<TaskFields> =>
  Object.fromEntries(names.map((name) => [name, task[name]]))

const instants = ['status_changed_at', 'completed_at', 'blocked_since'] as const

/** Fields that JSON kept, with their instants as dates again. */
export function fromJson(kept: Partial<TaskFields>): Partial<TaskFields> {
  const revived = instants
    .filter((name) => typeof kept[name] === 'string')
    .map((name) => [name, new Date(String(kept[name]))])
  return { ...kept, ...Object.fromEntries(revived) }
}
