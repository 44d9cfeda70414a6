import type { ImportPreview } from '@milepost/api-contracts/imports'
import { clsx } from 'clsx'
import { formatDay, formatDayRange } from '#shared/format/dates.ts'
import { formatHours } from '#shared/format/numbers.ts'
import { StatusMark } from '#shared/ui/StatusMark.tsx'
import { statusWord } from '#shared/ui/task-status.ts'
import { outcomeWords, texts } from './texts.ts'

type Task = ImportPreview['tasks'][number]

const { taskColumns } = texts

const tone = { new: 'text-green-fg', changed: 'text-amber-fg', unchanged: 'text-ink-3' }

/** The tasks as they would be. */
export const TasksTable = ({ tasks }: { tasks: readonly Task[] }) => (
  <div className="overflow-x-auto">
    <table className="w-full min-w-[720px] border-collapse">
      <thead>
        <tr className="h-8 whitespace-nowrap text-left text-ink-3 text-xs *:px-2 *:font-normal">
          <th scope="col" className="min-w-52 pl-4!">
            {taskColumns.title}
          </th>
          <th scope="col" className="w-32">
            {taskColumns.status}
          </th>
          <th scope="col" className="w-40">
            {taskColumns.assignee}
          </th>
          <th scope="col" className="w-40">
            {taskColumns.dates}
          </th>
          <th scope="col" className="w-20 text-right">
            {taskColumns.estimate}
          </th>
          <th scope="col" className="w-24 pr-4!">
            {taskColumns.outcome}
          </th>
        </tr>
      </thead>
      <tbody>
        {tasks.map((task, place) => (
          <Row key={`${task.line ?? place} ${task.title}`} task={task} />
        ))}
      </tbody>
    </table>
  </div>
)

const Row = ({ task }: { task: Task }) => (
  <tr className="h-9 border-line border-t *:px-2 *:py-1">
    <td className="max-w-0 pl-4!">
      <span
        className="block truncate"
        style={{ paddingInlineStart: `${task.level * 16}px` }}
        title={task.title}
      >
        {task.title}
        {task.milestone !== null && <span className="text-ink-3 text-xs"> · {task.milestone}</span>}
      </span>
    </td>
    <td>
      <span className="flex items-center gap-2 whitespace-nowrap">
        <StatusMark status={task.status} />
        {statusWord[task.status]}
      </span>
    </td>
    <td className="max-w-0 truncate">{task.assignee}</td>
    <td className="whitespace-nowrap tabular-nums">{datesOf(task)}</td>
    <td className="whitespace-nowrap text-right tabular-nums">
      {task.estimate_minutes !== null && formatHours(task.estimate_minutes)}
    </td>
    <td className={clsx('pr-4! whitespace-nowrap', tone[task.outcome])}>
      {outcomeWords[task.outcome]}
    </td>
  </tr>
)

function datesOf({ start_date, due_date }: Task): string {
  if (start_date !== null && due_date !== null && start_date <= due_date) {
    return formatDayRange(start_date, due_date)
  }
  const day = due_date ?? start_date
  return day === null ? '' : formatDay(day)
}
