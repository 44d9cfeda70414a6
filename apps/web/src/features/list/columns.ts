import type { TaskRowView } from '@milepost/api-contracts/list'
import { priorityWord } from '#shared/ui/priority-word.ts'
import { statusWord } from '#shared/ui/task-status.ts'
import type { ListContext } from './arrange-rows.ts'
import type { ColumnId } from './list-state.ts'

/** In pixels. */
export const usualWidth: Record<ColumnId, number> = {
  key: 84,
  title: 260,
  status: 116,
  assignee: 152,
  priority: 104,
  start: 84,
  due: 84,
  estimate: 88,
  remaining: 96,
  progress: 88,
  milestone: 168,
  category: 140,
  labels: 160,
}

export const numericColumns: ReadonlySet<ColumnId> = new Set<ColumnId>([
  ...(['start', 'due', 'estimate', 'remaining', 'progress'] as const),
])

/** What a manager edits in place; of these a contributor only the progress of own tasks. */
const editable: ReadonlySet<ColumnId> = new Set<ColumnId>([
  ...(['title', 'status', 'assignee', 'priority', 'start', 'due', 'estimate'] as const),
  ...(['remaining', 'progress', 'milestone'] as const),
])
const progress: ReadonlySet<ColumnId> = new Set<ColumnId>(['status', 'remaining', 'progress'])

interface Editor {
  update: 'all' | 'progress' | 'none'
  me: string | undefined
}

export function canEditCell(column: ColumnId, task: TaskRowView, { update, me }: Editor): boolean {
  if (update === 'all') return editable.has(column)
  return update === 'progress' && task.assignee_id === me && progress.has(column)
}

/** What a cell says in words and figures, as an export writes it: dates and numbers by machine. */
export function cellValue(
  column: ColumnId,
  task: TaskRowView,
  { rows, names }: ListContext,
): string | number | null {
  const named = (list: readonly { id: string; name: string }[], id: string | undefined) =>
    list.find((one) => one.id === id)?.name ?? null
  const hours = (minutes: number | undefined) => (minutes === undefined ? null : minutes / 60)
  switch (column) {
    case 'key':
      return `${rows.key}-${task.number}`
    case 'title':
      return task.title
    case 'status':
      return statusWord[task.status]
    case 'assignee':
      return task.assignee_id === undefined ? null : (names.get(task.assignee_id) ?? null)
    case 'priority':
      return priorityWord[task.priority]
    case 'start':
      return task.start_date ?? null
    case 'due':
      return task.due_date ?? null
    case 'estimate':
      return hours(task.estimate_minutes)
    case 'remaining':
      return hours(task.remaining_minutes)
    case 'progress':
      return task.completion_percentage
    case 'milestone':
      return named(rows.milestones, task.milestone_id)
    case 'category':
      return named(rows.categories, task.category_id)
    case 'labels':
      return task.labels?.join(', ') ?? null
  }
}
