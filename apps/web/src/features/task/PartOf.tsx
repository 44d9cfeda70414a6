import type { TaskView } from '@milepost/api-contracts/tasks'
import { Fragment, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { Button } from '#shared/ui/Button.tsx'
import { FieldError } from '#shared/ui/FieldError.tsx'
import { Menu } from '#shared/ui/Menu.tsx'
import { words } from './discussion-texts.ts'
import { useHierarchy } from './links-query.ts'
import { TaskPicker } from './TaskPicker.tsx'
import { useChangeTask } from './task-query.ts'
import { refusalOf } from './use-task-field.ts'

/** What the task is a part of, topmost first, and how to make it a part of something else. */
export function PartOf({ task }: { task: TaskView }) {
  const { ancestors = [], subtasks = [], can } = useHierarchy(task).data ?? {}
  const [params] = useSearchParams()
  const [picking, setPicking] = useState(false)
  const change = useChangeTask(task.id)
  const refusal = refusalOf(change.error)

  const to = (id: string) => {
    const search = new URLSearchParams(params)
    search.set('task', id)
    return { search: search.toString() }
  }
  const place = {
    items: [
      { label: words.moveUnder, onSelect: () => setPicking(true) },
      ...(task.parent_task_id === null
        ? []
        : [{ label: words.moveOut, onSelect: () => change.mutate({ parent_task_id: null }) }]),
    ],
  }
  if (ancestors.length === 0 && !can?.move) return null
  return (
    <nav aria-label={words.partOf} className="mb-1 text-ink-3 text-xs">
      <div className="flex flex-wrap items-center gap-x-1">
        {ancestors.map(({ id, key, title }) => (
          <Fragment key={id}>
            <Link to={to(id)} title={title} className="max-w-48 truncate hover:underline">
              {key} {title}
            </Link>
            <span aria-hidden="true">/</span>
          </Fragment>
        ))}
        {can?.move && (
          <Menu label={words.partOf} groups={[place]}>
            {(trigger) => (
              <Button variant="ghost" size="sm" className="-ml-2 text-ink-3!" {...trigger}>
                {ancestors.length === 0 ? words.notPartOf : words.move}
              </Button>
            )}
          </Menu>
        )}
      </div>
      {picking && (
        <div className="mt-1 text-ink">
          <TaskPicker
            projectId={task.project_id}
            label={words.newParent}
            without={[task.id, ...ancestors.slice(-1), ...subtasks].map((one) =>
              typeof one === 'string' ? one : one.id,
            )}
            onChoose={({ id }) => {
              setPicking(false)
              change.mutate({ parent_task_id: id })
            }}
            onCancel={() => setPicking(false)}
          />
        </div>
      )}
      {refusal !== null && <FieldError text={refusal} />}
    </nav>
  )
}
