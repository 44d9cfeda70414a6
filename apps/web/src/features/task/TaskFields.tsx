import type { TaskPriority, TaskStatus, TaskView } from '@milepost/api-contracts/tasks'
import { useState } from 'react'
import { useMembers } from '#shared/api/members-query.ts'
import { formatDay } from '#shared/format/dates.ts'
import { PriorityMark } from '#shared/ui/PriorityMark.tsx'
import { StatusMark } from '#shared/ui/StatusMark.tsx'
import { statusWord } from '#shared/ui/task-status.ts'
import { Chosen, Committed, Plain, Row } from './FieldParts.tsx'
import { hoursToMinutes, minutesToHours } from './hours.ts'
import { PlanFields } from './PlanFields.tsx'
import {
  hoursProblem,
  labelsProblem,
  progressProblem,
  reasonProblem,
  toLabels,
} from './problems.ts'
import { SuggestButton } from './SuggestButton.tsx'
import { priorityWord, texts } from './texts.ts'

const statuses = Object.entries(statusWord) as [TaskStatus, string][]
const priorities = Object.entries(priorityWord) as [TaskPriority, string][]

interface FieldProps {
  task: TaskView
  editable: boolean
}

/** What is known about a task, in the order people ask for it. What one may not change is text. */
export function TaskFields({ task }: { task: TaskView }) {
  const all = task.can.update === 'all'
  const progress = task.can.update !== 'none'
  return (
    <dl className="mt-4 grid grid-cols-[112px_minmax(0,1fr)] items-start gap-x-3 gap-y-1.5">
      <Status task={task} editable={progress} />
      <Assignee task={task} editable={all} />
      <Priority task={task} editable={all} />
      <Day task={task} editable={all} field="start_date" />
      <Day task={task} editable={all} field="due_date" />
      <Hours task={task} editable={all} field="estimate_minutes" />
      <Hours task={task} editable={progress} field="remaining_minutes" />
      <Progress task={task} editable={progress && task.status !== 'done'} />
      <Labels task={task} editable={all} />
      <PlanFields task={task} editable={all} />
    </dl>
  )
}

function Status({ task, editable }: FieldProps) {
  const [blocking, setBlocking] = useState(false)

  function choose(status: TaskStatus) {
    // It is blocked once it says why.
    setBlocking(status === 'blocked')
    return status === 'blocked' ? null : { status }
  }

  return (
    <>
      <Row term={texts.status}>
        {editable ? (
          <Chosen
            taskId={task.id}
            label={texts.status}
            value={blocking ? 'blocked' : task.status}
            options={statuses}
            toChange={choose}
          />
        ) : (
          <Plain>
            <StatusMark status={task.status} />
            {statusWord[task.status]}
          </Plain>
        )}
      </Row>
      {(blocking || task.status === 'blocked') && (
        <Row term={texts.blockedBecause}>
          {editable ? (
            <Committed
              taskId={task.id}
              label={texts.blockedBecause}
              value={task.blocked_reason ?? ''}
              maxLength={500}
              focused={blocking}
              problemOf={reasonProblem}
              toChange={(blocked_reason) => ({ status: 'blocked', blocked_reason })}
              onSaved={() => setBlocking(false)}
            />
          ) : (
            <Plain>{task.blocked_reason ?? texts.none}</Plain>
          )}
        </Row>
      )}
    </>
  )
}

function Assignee({ task, editable }: FieldProps) {
  const members = useMembers(task.project_id).data?.items ?? []
  const names = members.map(({ id, display_name }) => [id, display_name] as const)
  const name = members.find(({ id }) => id === task.assignee_id)?.display_name
  return (
    <Row term={texts.assignee}>
      {editable ? (
        <Chosen
          taskId={task.id}
          label={texts.assignee}
          value={task.assignee_id ?? ''}
          options={[['', texts.nobody], ...names]}
          toChange={(id) => ({ assignee_id: id || null })}
        />
      ) : (
        <Plain>{task.assignee_id === null ? texts.nobody : (name ?? texts.none)}</Plain>
      )}
      {editable && <SuggestButton task={task} />}
    </Row>
  )
}

const Priority = ({ task, editable }: FieldProps) => (
  <Row term={texts.priority}>
    {editable ? (
      <Chosen
        taskId={task.id}
        label={texts.priority}
        value={task.priority}
        options={priorities}
        toChange={(priority) => ({ priority })}
      />
    ) : (
      <Plain>
        <span aria-hidden="true">
          <PriorityMark priority={task.priority} />
        </span>
        {priorityWord[task.priority]}
      </Plain>
    )}
  </Row>
)

function Day({ task, editable, field }: FieldProps & { field: 'start_date' | 'due_date' }) {
  const label = field === 'start_date' ? texts.start : texts.due
  const day = task[field]
  return (
    <Row term={label}>
      {editable ? (
        <Committed
          taskId={task.id}
          label={label}
          type="date"
          value={day ?? ''}
          toChange={(text) => ({ [field]: text || null })}
        />
      ) : (
        <Plain>{day === null ? texts.none : formatDay(day)}</Plain>
      )}
    </Row>
  )
}

interface HoursProps extends FieldProps {
  field: 'estimate_minutes' | 'remaining_minutes'
}

function Hours({ task, editable, field }: HoursProps) {
  const label = field === 'estimate_minutes' ? texts.estimate : texts.remaining
  const hours = minutesToHours(task[field])
  return (
    <Row term={label}>
      {editable ? (
        <Committed
          taskId={task.id}
          label={label}
          value={hours}
          problemOf={hoursProblem}
          toChange={(text) => ({ [field]: hoursToMinutes(text) })}
        />
      ) : (
        <Plain>{hours || texts.none}</Plain>
      )}
    </Row>
  )
}

const Progress = ({ task, editable }: FieldProps) => (
  <Row term={texts.progress}>
    {editable ? (
      <Committed
        taskId={task.id}
        label={texts.progress}
        value={String(task.completion_percentage)}
        problemOf={progressProblem}
        toChange={(text) => ({ completion_percentage: Number(text) })}
      />
    ) : (
      <Plain>{task.completion_percentage}</Plain>
    )}
  </Row>
)

function Labels({ task, editable }: FieldProps) {
  const labels = task.labels.join(', ')
  return (
    <Row term={texts.labels}>
      {editable ? (
        <Committed
          taskId={task.id}
          label={texts.labels}
          value={labels}
          problemOf={labelsProblem}
          toChange={(text) => ({ labels: toLabels(text) })}
        />
      ) : (
        <Plain>{labels || texts.none}</Plain>
      )}
    </Row>
  )
}
