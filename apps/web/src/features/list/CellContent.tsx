import type { TaskRowView } from '@milepost/api-contracts/list'
import { clsx } from 'clsx'
import { formatDay, formatDayOfYear } from '#shared/format/dates.ts'
import { formatHours, formatPercent } from '#shared/format/numbers.ts'
import { Avatar } from '#shared/ui/Avatar.tsx'
import { PriorityMark } from '#shared/ui/PriorityMark.tsx'
import { priorityWord } from '#shared/ui/priority-word.ts'
import { StatusMark } from '#shared/ui/StatusMark.tsx'
import { statusWord } from '#shared/ui/task-status.ts'
import type { ListContext } from './arrange-rows.ts'
import { cellValue } from './columns.ts'
import type { ColumnId } from './list-state.ts'

interface CellContentProps {
  column: ColumnId
  task: TaskRowView
  context: ListContext
}

const open = ({ status }: TaskRowView) => status !== 'done' && status !== 'cancelled'

/** What a cell shows. */
export function CellContent({ column, task, context }: CellContentProps) {
  const { today } = context
  switch (column) {
    case 'key':
      return <span className="text-ink-3">{cellValue(column, task, context)}</span>
    case 'status':
      return (
        <span className="flex min-w-0 items-center gap-1.5" title={task.blocked_reason}>
          <StatusMark status={task.status} className="flex-none" />
          <span className="truncate">{statusWord[task.status]}</span>
        </span>
      )
    case 'priority':
      return (
        <span className="flex items-center gap-1.5">
          <PriorityMark priority={task.priority} />
          <span aria-hidden="true">{priorityWord[task.priority]}</span>
        </span>
      )
    case 'assignee': {
      const name = cellValue(column, task, context)
      return name === null ? (
        <span className="text-ink-3">–</span>
      ) : (
        <span className="flex min-w-0 items-center gap-1.5">
          <Avatar name={String(name)} decorative />
          <span className="truncate">{name}</span>
        </span>
      )
    }
    case 'start':
    case 'due': {
      const date = column === 'start' ? task.start_date : task.due_date
      const late = column === 'due' && date !== undefined && date < today && open(task)
      return (
        <span className={clsx('truncate', late ? 'font-medium text-red-fg' : 'text-ink-2')}>
          {date === undefined ? '' : dateText(date, today)}
          {late && <span className="sr-only">, overdue</span>}
        </span>
      )
    }
    case 'estimate':
    case 'remaining': {
      const minutes = column === 'estimate' ? task.estimate_minutes : task.remaining_minutes
      return <span className="text-ink-2">{minutes === undefined ? '' : formatHours(minutes)}</span>
    }
    case 'progress':
      return <span className="text-ink-2">{formatPercent(task.completion_percentage)}</span>
    default: {
      const text = cellValue(column, task, context) ?? ''
      return (
        <span className={clsx('truncate', column !== 'title' && 'text-ink-2')} title={String(text)}>
          {text}
        </span>
      )
    }
  }
}

const dateText = (date: string, today: string) =>
  date.slice(0, 4) === today.slice(0, 4) ? formatDay(date) : formatDayOfYear(date)
