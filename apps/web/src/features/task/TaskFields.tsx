import type { TaskPriority, TaskStatus, TaskView } from '@milepost/api-contracts/tasks'
import { type ReactNode, useState } from 'react'
import { explain } from '#shared/api/api-problem.ts'
import { useMembers } from '#shared/api/members-query.ts'
import { isStatus } from '#shared/api/send.ts'
import { FieldError } from '#shared/ui/FieldError.tsx'
import { Input } from '#shared/ui/Input.tsx'
import { Select } from '#shared/ui/Select.tsx'
import { statusWord } from '#shared/ui/task-status.ts'
import { hoursToMinutes, minutesToHours } from './hours.ts'
import { type TaskChange, useChangeTask } from './task-query.ts'
import { priorityWord, texts } from './texts.ts'

const statuses = Object.keys(statusWord) as TaskStatus[]
const priorities = Object.keys(priorityWord) as TaskPriority[]

/** What is known about a task, in the order people ask for it. What one may not change is read-only. */
export function TaskFields({ task }: { task: TaskView }) {
  const change = useChangeTask(task.id)
  const members = useMembers(task.project_id).data?.items ?? []
  const [blocking, setBlocking] = useState(false)
  const all = task.can.update === 'all'
  const progress = task.can.update !== 'none'
  const save = (fields: TaskChange) => change.mutate(fields)

  function chooseStatus(status: TaskStatus) {
    // It is blocked once it says why.
    setBlocking(status === 'blocked')
    if (status !== 'blocked') save({ status })
  }

  return (
    <dl className="mt-4 grid grid-cols-[112px_minmax(0,1fr)] items-center gap-x-3 gap-y-1.5">
      <Row term={texts.status}>
        <Select
          compact
          aria-label={texts.status}
          disabled={!progress}
          value={blocking ? 'blocked' : task.status}
          onChange={(event) => chooseStatus(event.target.value as TaskStatus)}
        >
          {statuses.map((status) => (
            <option key={status} value={status}>
              {statusWord[status]}
            </option>
          ))}
        </Select>
      </Row>
      {(blocking || task.status === 'blocked') && (
        <Row term={texts.blockedBecause}>
          <Committed
            label={texts.blockedBecause}
            value={task.blocked_reason ?? ''}
            editable={progress}
            onSave={(blocked_reason) => {
              if (blocked_reason === '') return
              setBlocking(false)
              save({ status: 'blocked', blocked_reason })
            }}
          />
        </Row>
      )}
      <Row term={texts.assignee}>
        <Select
          compact
          aria-label={texts.assignee}
          disabled={!all}
          value={task.assignee_id ?? ''}
          onChange={(event) => save({ assignee_id: event.target.value || null })}
        >
          <option value="">{texts.nobody}</option>
          {members.map(({ id, display_name }) => (
            <option key={id} value={id}>
              {display_name}
            </option>
          ))}
        </Select>
      </Row>
      <Row term={texts.priority}>
        <Select
          compact
          aria-label={texts.priority}
          disabled={!all}
          value={task.priority}
          onChange={(event) => save({ priority: event.target.value as TaskPriority })}
        >
          {priorities.map((priority) => (
            <option key={priority} value={priority}>
              {priorityWord[priority]}
            </option>
          ))}
        </Select>
      </Row>
      {(['start_date', 'due_date'] as const).map((field) => (
        <Row key={field} term={field === 'start_date' ? texts.start : texts.due}>
          <Committed
            label={field === 'start_date' ? texts.start : texts.due}
            type="date"
            value={task[field] ?? ''}
            editable={all}
            onSave={(value) => save({ [field]: value || null })}
          />
        </Row>
      ))}
      <Row term={texts.estimate}>
        <Committed
          label={texts.estimate}
          value={minutesToHours(task.estimate_minutes)}
          editable={all}
          onSave={(text) => save({ estimate_minutes: hoursToMinutes(text) })}
          accepts={(text) => text === '' || hoursToMinutes(text) !== null}
        />
      </Row>
      <Row term={texts.remaining}>
        <Committed
          label={texts.remaining}
          value={minutesToHours(task.remaining_minutes)}
          editable={progress}
          onSave={(text) => save({ remaining_minutes: hoursToMinutes(text) })}
          accepts={(text) => text === '' || hoursToMinutes(text) !== null}
        />
      </Row>
      <Row term={texts.progress}>
        <Committed
          label={texts.progress}
          value={String(task.completion_percentage)}
          editable={progress && task.status !== 'done'}
          onSave={(text) => save({ completion_percentage: Number(text) })}
          accepts={(text) => /^(100|\d{1,2})$/.test(text)}
        />
      </Row>
      {task.subtasks.total > 0 && (
        <Row term={texts.subtasks}>
          <span className="tabular-nums">
            {task.subtasks.done}/{task.subtasks.total}
          </span>
        </Row>
      )}
      {task.labels.length > 0 && (
        <Row term={texts.labels}>
          <span>{task.labels.join(', ')}</span>
        </Row>
      )}
      {change.isError && (
        <div className="col-span-2">
          <FieldError
            text={isStatus(change.error, 409) ? texts.changedMeanwhile : explain(change.error)}
          />
        </div>
      )}
    </dl>
  )
}

const Row = ({ term, children }: { term: string; children: ReactNode }) => (
  <>
    <dt className="text-ink-3 text-xs">{term}</dt>
    <dd className="min-w-0">{children}</dd>
  </>
)

interface CommittedProps {
  label: string
  value: string
  type?: 'text' | 'date'
  editable: boolean
  accepts?: (text: string) => boolean
  onSave: (text: string) => void
}

/** Saved by leaving it or by Enter; what is not accepted stays as typed, marked. */
function Committed({ label, value, type = 'text', editable, accepts, onSave }: CommittedProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const bad = typed !== null && accepts?.(typed.trim()) === false

  if (!editable) return <span className="block px-2.5 tabular-nums">{value || texts.none}</span>
  return (
    <Input
      compact
      type={type}
      aria-label={label}
      aria-invalid={bad || undefined}
      value={typed ?? value}
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
      onBlur={() => {
        if (typed === null || bad) return
        setTyped(null)
        if (typed.trim() !== value) onSave(typed.trim())
      }}
    />
  )
}
