import type { FactTask } from '@milepost/api-contracts/insights'
import { useState } from 'react'
import { Link } from 'react-router'
import { formatCount } from '#shared/format/numbers.ts'
import type { Evidence } from './evidence.ts'
import { StatusMark } from './StatusMark.tsx'
import { statusWord } from './task-status.ts'

const shownFirst = 5

/** The tasks behind a number, those that add most first. */
export function EvidenceTasks({ evidence }: { evidence: Evidence }) {
  const [all, setAll] = useState(false)
  const { tasks, task_count } = evidence
  if (tasks.length === 0) return null
  const shown = all ? tasks : tasks.slice(0, shownFirst)
  return (
    <section className="mt-4">
      <div className="mb-1 flex items-center gap-2">
        <h3 className="font-semibold">Tasks behind it</h3>
        <span className="text-ink-3 text-xs">
          {formatCount(task_count)}
          {tasks.some(({ contribution }) => contribution !== null) && ', by what they add'}
        </span>
      </div>
      <ul>
        {shown.map((task) => (
          <li key={task.id}>
            <TaskLine task={task} />
          </li>
        ))}
      </ul>
      {!all && tasks.length > shownFirst && (
        <button
          type="button"
          onClick={() => setAll(true)}
          className="flex h-8 w-full items-center border-line border-t text-accent text-xs hover:underline"
        >
          {tasks.length < task_count
            ? `The first ${tasks.length} of ${formatCount(task_count)} tasks`
            : `All ${formatCount(task_count)} tasks`}
        </button>
      )}
    </section>
  )
}

const TaskLine = ({ task }: { task: FactTask }) => (
  <Link
    to={`/projects/${task.project_id}/board?task=${task.id}`}
    className="grid h-8 grid-cols-[14px_54px_minmax(0,1fr)_auto] items-center gap-2 border-line border-t hover:bg-hover max-sm:h-10"
  >
    <StatusMark status={task.status} label={statusWord[task.status]} />
    <span className="text-ink-3 text-xs">{task.key}</span>
    <span className="truncate" title={task.title}>
      {task.title}
    </span>
    {task.contribution !== null && (
      <span className="whitespace-nowrap text-right font-medium text-xs tabular-nums">
        {task.contribution}
      </span>
    )}
  </Link>
)
