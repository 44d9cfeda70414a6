import type { TaskView } from '@milepost/api-contracts/tasks'
import { create } from 'zustand'
import type { TaskChange } from './task-query.ts'

/** A change that met another one. */
export interface Conflict {
  taskId: string
  /** What the reader wanted to change. */
  mine: TaskChange
  /** The fields that somebody else changed meanwhile. */
  theirs: Field[]
}

const fields = [
  ...(['title', 'description', 'status', 'blocked_reason', 'priority', 'assignee_id'] as const),
  ...([
    'parent_task_id',
    'milestone_id',
    'category_id',
    'labels',
    'start_date',
    'due_date',
  ] as const),
  ...(['not_before', 'is_pinned', 'estimate_minutes', 'remaining_minutes'] as const),
  'completion_percentage',
] as const satisfies (keyof TaskView & keyof TaskChange)[]
type Field = (typeof fields)[number]

/** The fields in which the task as it was read and as it is now differ. */
export const differing = (before: TaskView, after: TaskView): Field[] =>
  fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))

const useConflictStore = create<{ conflict: Conflict | null }>()(() => ({ conflict: null }))

export const useConflict = (taskId: string) =>
  useConflictStore(({ conflict }) => (conflict?.taskId === taskId ? conflict : null))

export const conflictArose = (conflict: Conflict) => useConflictStore.setState({ conflict })
export const conflictSettled = () => useConflictStore.setState({ conflict: null })
