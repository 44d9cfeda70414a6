import type { TaskView } from '@milepost/api-contracts/tasks'
import { HealthMark } from '#shared/ui/HealthMark.tsx'
import { words } from './discussion-texts.ts'
import { openPredecessors } from './link-rows.ts'
import { useLinks } from './links-query.ts'
import { TaskLink } from './TaskLink.tsx'

/** Says which tasks should have been finished before this one is. */
export function OpenPredecessors({ task }: { task: TaskView }) {
  const links = useLinks(task)
  const open = links.data ? openPredecessors(links.data) : []
  const isDone = task.status === 'done'
  if (open.length === 0 || task.status === 'cancelled') return null
  return (
    <div
      role={isDone ? 'alert' : 'status'}
      className="mt-3 rounded-md border border-amber-line bg-amber-bg px-3 py-2 text-amber-fg"
    >
      <p className="flex items-center gap-1.5 font-medium">
        <HealthMark health="amber" size={9} />
        {isDone ? words.unfinished : words.notYet}
      </p>
      <ul className="mt-1 text-ink">
        {open.map((one) => (
          <li key={one.id} className="flex min-h-6">
            <TaskLink task={one} />
          </li>
        ))}
      </ul>
    </div>
  )
}
