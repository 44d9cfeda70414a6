import type { TaskRef } from '@milepost/api-contracts/discussion'
import { Link, useSearchParams } from 'react-router'
import { StatusMark } from '#shared/ui/StatusMark.tsx'
import { statusWord } from '#shared/ui/task-status.ts'

/** Opens another task of the same project in this panel. */
export function TaskLink({ task }: { task: TaskRef }) {
  const [params] = useSearchParams()
  const search = new URLSearchParams(params)
  search.set('task', task.id)
  return (
    <Link
      to={{ search: search.toString() }}
      className="flex min-w-0 flex-1 items-baseline gap-2 py-1 hover:underline"
    >
      <StatusMark
        status={task.status}
        label={statusWord[task.status]}
        className="translate-y-0.5"
      />
      <span className="flex-none text-ink-3 text-xs">{task.key}</span>
      <span className="line-clamp-2" title={task.title}>
        {task.title}
      </span>
    </Link>
  )
}
