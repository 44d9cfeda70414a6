import type { FactTask } from '@milepost/api-contracts/insights'
import { clsx } from 'clsx'
import { useState } from 'react'
import { Link } from 'react-router'
import { formatCount, plural } from '#shared/format/numbers.ts'
import type { Evidence } from './evidence.ts'
import { addsNothing } from './evidence-parts.ts'
import { StatusMark } from './StatusMark.tsx'
import { statusWord } from './task-status.ts'

const shownFirst = 5

/** The tasks behind a number, those that add most first; those that add nothing are only counted. */
export function EvidenceTasks({ evidence }: { evidence: Evidence }) {
  const [all, setAll] = useState(false)
  const [idleShown, setIdleShown] = useState(false)
  const { tasks, task_count } = evidence
  if (tasks.length === 0) return null
  const adding = tasks.filter((task) => !addsNothing(task))
  const idle = tasks.filter(addsNothing)
  const shown = all ? adding : adding.slice(0, shownFirst)
  return (
    <section className="mt-4">
      <div className="mb-1 flex items-center gap-2">
        <h3 className="font-semibold">Tasks behind it</h3>
        <span className="text-ink-3 text-xs">
          {formatCount(task_count)}
          {tasks.some(({ contribution }) => contribution !== null) && ', by what they add'}
        </span>
      </div>
      <TaskLines tasks={shown} />
      {shown.length < adding.length && (
        <button
          type="button"
          onClick={() => setAll(true)}
          className="flex h-8 w-full items-center border-line border-t text-accent text-xs hover:underline"
        >
          {allOf(adding.length, idle.length === 0 ? task_count : adding.length)}
        </button>
      )}
      {idle.length > 0 && (
        <>
          <button
            type="button"
            aria-expanded={idleShown}
            onClick={() => setIdleShown(!idleShown)}
            className="flex h-8 w-full items-center border-line border-t text-ink-3 text-xs hover:underline"
          >
            {/* What is not listed adds no more than the last that is. */}
            {adding.length > 0 && 'and '}
            {plural(task_count - adding.length, 'task')}{' '}
            {task_count - adding.length === 1 ? 'that adds' : 'that add'} nothing
          </button>
          {idleShown && <TaskLines tasks={idle} />}
        </>
      )}
    </section>
  )
}

const allOf = (listed: number, count: number) =>
  listed < count
    ? `The first ${listed} of ${formatCount(count)} tasks`
    : `All ${formatCount(count)} tasks`

const TaskLines = ({ tasks }: { tasks: readonly FactTask[] }) => (
  <ul>
    {tasks.map((task) => (
      <li key={task.id}>
        <TaskLine task={task} />
      </li>
    ))}
  </ul>
)

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
      <span
        className={clsx(
          'whitespace-nowrap text-right text-xs tabular-nums',
          addsNothing(task) ? 'text-ink-3' : 'font-medium',
        )}
      >
        {task.contribution}
      </span>
    )}
  </Link>
)
