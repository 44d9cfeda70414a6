import type { TaskRowView } from '@milepost/api-contracts/list'
import type { Task } from '@milepost/db-schemas/tasks'
import { type CardRow, presentCard } from '#tasks/present.ts'
import { completionPercentage } from '#tasks/progress.ts'

export type ListedTask = CardRow &
  Pick<
    Task,
    | 'category_id'
    | 'estimate_minutes'
    | 'remaining_minutes'
    | 'start_date'
    | 'completion_percentage'
  >

/** A task as a list shows it. `rows-statement.ts` writes the same in SQL. */
export function presentRow(task: ListedTask): TaskRowView {
  return {
    ...presentCard(task),
    ...(task.category_id !== null && { category_id: task.category_id }),
    ...(task.estimate_minutes !== null && { estimate_minutes: task.estimate_minutes }),
    ...(task.remaining_minutes !== null && { remaining_minutes: task.remaining_minutes }),
    ...(task.start_date !== null && { start_date: task.start_date }),
    completion_percentage: completionPercentage(task),
  }
}
