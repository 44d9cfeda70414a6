import type { UpdateTask } from '@milepost/api-contracts/tasks'
import type { Task } from '@milepost/db-schemas/tasks'

const fields = [
  'status',
  'completion_percentage',
  'remaining_minutes',
  'blocked_reason',
  'title',
  'description',
  'priority',
  'assignee_id',
  'parent_task_id',
  'milestone_id',
  'category_id',
  'estimate_minutes',
  'start_date',
  'due_date',
  'not_before',
  'is_pinned',
  'labels',
] as const satisfies (keyof Task & keyof UpdateTask)[]

type Field = (typeof fields)[number]

/** What a person changed, not what followed from it. */
export const changedFields = (before: Pick<Task, Field>, after: Pick<Task, Field>): Field[] =>
  fields.filter((field) => !isSame(before[field], after[field]))

const isSame = (one: Task[Field], other: Task[Field]) =>
  Array.isArray(one) && Array.isArray(other)
    ? one.length === other.length && one.every((label, index) => label === other[index])
    : one === other
