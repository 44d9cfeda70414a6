import type { TaskRowView } from '@milepost/api-contracts/list'
import type { Task } from '@milepost/db-schemas/tasks'
import { type CardRow, presentCard } from '#tasks/present.ts'
import { completionPercentage } from '#tasks/progress.ts'

export type ListedTask = CardRow &
  Pick<
    Task,
    | 'milestone_id'
    | 'category_id'
    | 'estimate_minutes'
    | 'remaining_minutes'
    | 'start_date'
    | 'completion_percentage'
    | 'completed_at'
  >

/** A task as a list shows it. `rows-statement.ts` writes the same in SQL. */
export function presentRow(task: ListedTask): TaskRowView {
  return {
    ...presentCard(task),
    ...(task.milestone_id !== null && { milestone_id: task.milestone_id }),
    ...(task.category_id !== null && { category_id: task.category_id }),
    ...(task.estimate_minutes !== null && { estimate_minutes: task.estimate_minutes }),
    ...(task.remaining_minutes !== null && { remaining_minutes: task.remaining_minutes }),
    ...(task.start_date !== null && { start_date: task.start_date }),
    completion_percentage: completionPercentage(task),
    ...(task.completed_at !== null && {
      completed_on: task.completed_at.toISOString().slice(0, 10),
    }),
  }
}
