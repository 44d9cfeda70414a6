import type { TimelineTask } from '@milepost/api-contracts/timeline'

export const filterNames = ['mine', 'late', 'open'] as const
export type FilterName = (typeof filterNames)[number]

interface FilterContext {
  me: string | undefined
  today: string
}

const isOpen = (status: TimelineTask['status']) => status !== 'done' && status !== 'cancelled'

const rules: Record<FilterName, (task: TimelineTask, context: FilterContext) => boolean> = {
  mine: (task, { me }) => task.assignee_id === me,
  late: ({ due_date, status }, { today }) =>
    due_date !== undefined && due_date < today && isOpen(status),
  open: ({ status }) => isOpen(status),
}

/** What a task must be to be shown; undefined when nothing is asked. */
export function filterOf(names: readonly FilterName[], context: FilterContext) {
  if (names.length === 0) return undefined
  return (task: TimelineTask) => names.every((name) => rules[name](task, context))
}
