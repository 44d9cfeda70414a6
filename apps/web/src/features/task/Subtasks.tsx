import type { Hierarchy } from '@milepost/api-contracts/discussion'
import type { TaskView } from '@milepost/api-contracts/tasks'
import { type FormEvent, useState } from 'react'
import { explain } from '#shared/api/api-problem.ts'
import { randomKey } from '#shared/api/random-key.ts'
import { request } from '#shared/api/request.ts'
import { formatDay } from '#shared/format/dates.ts'
import { Avatar } from '#shared/ui/Avatar.tsx'
import { Button } from '#shared/ui/Button.tsx'
import { FieldError } from '#shared/ui/FieldError.tsx'
import { Input } from '#shared/ui/Input.tsx'
import { useDoing } from './discussion-query.ts'
import { words } from './discussion-texts.ts'
import { useHierarchy } from './links-query.ts'
import { Section } from './Section.tsx'
import { TaskLink } from './TaskLink.tsx'
import { sendTaskChange } from './task-api.ts'
import { useFirstFocus } from './use-first-focus.ts'

/** What the task is broken down into: add, open, check off. */
export function Subtasks({ task }: { task: TaskView }) {
  const hierarchy = useHierarchy(task)
  const { subtasks = [], can } = hierarchy.data ?? {}
  const [adding, setAdding] = useState(false)
  const check = useDoing(task.id, 'hierarchy', ({ id, status, version }: Subtask) =>
    sendTaskChange(id, { version, status: status === 'done' ? 'todo' : 'done' }),
  )
  const done = subtasks.filter(({ status }) => status === 'done').length

  return (
    <Section
      title={words.subtasks}
      {...(subtasks.length > 0 && { note: `${done}/${subtasks.length}` })}
      aside={
        can?.add &&
        !adding && (
          <Button variant="ghost" size="sm" onClick={() => setAdding(true)}>
            {words.addSubtask}
          </Button>
        )
      }
    >
      {hierarchy.isError && <FieldError text={explain(hierarchy.error)} />}
      {hierarchy.data && subtasks.length === 0 && !adding && (
        <p className="mt-1 text-ink-3">{words.noSubtasks}</p>
      )}
      <ul className="mt-1">
        {subtasks.map((subtask) => (
          <Row key={subtask.id} subtask={subtask} onCheck={() => check.mutate(subtask)} />
        ))}
      </ul>
      {check.isError && <FieldError text={explain(check.error)} />}
      {adding && <AddSubtask task={task} onClose={() => setAdding(false)} />}
    </Section>
  )
}

type Subtask = Hierarchy['subtasks'][number]

function Row({ subtask, onCheck }: { subtask: Subtask; onCheck: () => void }) {
  const isDone = subtask.status === 'done'
  return (
    <li className="flex min-h-7 items-center gap-2 max-sm:min-h-10">
      <input
        type="checkbox"
        aria-label={`${isDone ? words.reopen : words.finish} ${subtask.title}`}
        checked={isDone}
        disabled={!subtask.can.update}
        onChange={onCheck}
        className="size-3.5 flex-none accent-accent"
      />
      <TaskLink task={subtask} />
      {subtask.subtasks.total > 0 && (
        <span className="flex-none text-ink-3 text-xs tabular-nums">
          {subtask.subtasks.done}/{subtask.subtasks.total}
        </span>
      )}
      {subtask.due_date !== null && (
        <span className="flex-none text-ink-3 text-xs">{formatDay(subtask.due_date)}</span>
      )}
      {subtask.assignee && <Avatar name={subtask.assignee.display_name} />}
    </li>
  )
}

/** Stays open, so that several can be written one after the other. */
function AddSubtask({ task, onClose }: { task: TaskView; onClose: () => void }) {
  const [title, setTitle] = useState('')
  const field = useFirstFocus<HTMLInputElement>()
  const add = useDoing(task.id, 'hierarchy', (text: string) =>
    request({
      method: 'POST',
      path: `/projects/${task.project_id}/tasks`,
      body: { title: text, parent_task_id: task.id },
      idempotencyKey: randomKey(),
    }),
  )

  function handleSubmit(event: FormEvent) {
    event.preventDefault()
    const text = title.trim()
    if (text !== '' && !add.isPending) add.mutate(text, { onSuccess: () => setTitle('') })
  }

  return (
    <form onSubmit={handleSubmit} className="mt-1">
      <div className="flex gap-2">
        <Input
          compact
          aria-label={words.subtaskTitle}
          placeholder={words.subtaskTitle}
          value={title}
          maxLength={300}
          ref={field}
          onChange={({ target }) => setTitle(target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            event.preventDefault()
            onClose()
          }}
        />
        <Button type="submit">{words.add}</Button>
        <Button variant="ghost" onClick={onClose}>
          {words.cancel}
        </Button>
      </div>
      {add.isError && <FieldError text={explain(add.error)} />}
    </form>
  )
}
