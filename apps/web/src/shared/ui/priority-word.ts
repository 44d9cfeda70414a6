import type { TaskPriority } from '@milepost/api-contracts/tasks'

/** Most urgent first. */
export const priorityWord: Record<TaskPriority, string> = {
  urgent: 'Urgent',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
}
