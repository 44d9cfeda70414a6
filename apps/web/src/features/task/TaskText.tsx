import type { TaskView } from '@milepost/api-contracts/tasks'
import { useState } from 'react'
import { explain } from '#shared/api/api-problem.ts'
import { isStatus } from '#shared/api/send.ts'
import { FieldError } from '#shared/ui/FieldError.tsx'
import { useChangeTask } from './task-query.ts'
import { texts } from './texts.ts'

const quiet =
  'block w-full rounded-sm border border-transparent bg-transparent -mx-1.5 px-1.5 py-1 hover:border-line-control focus:border-accent focus:outline-1 focus:outline-accent focus:-outline-offset-1'

/** Title and description, changed where they stand; leaving the field saves it. */
export function TaskText({ task }: { task: TaskView }) {
  const change = useChangeTask(task.id)
  const editable = task.can.update === 'all'

  return (
    <>
      {editable ? (
        <EditableText
          key={`title ${task.title}`}
          label={texts.title}
          value={task.title}
          rows={1}
          className="resize-none font-semibold text-lg tracking-tight [field-sizing:content]"
          onSave={(title) => title !== '' && change.mutate({ title })}
        />
      ) : (
        <h2 className="font-semibold text-lg tracking-tight">{task.title}</h2>
      )}
      {change.isError && (
        <FieldError
          text={isStatus(change.error, 409) ? texts.changedMeanwhile : explain(change.error)}
        />
      )}
      <div className="mt-2">
        {editable ? (
          <EditableText
            key={`description ${task.description}`}
            label={texts.description}
            value={task.description}
            rows={3}
            className="min-h-15 resize-none text-ink-2 [field-sizing:content]"
            onSave={(description) => change.mutate({ description })}
          />
        ) : (
          <p className="whitespace-pre-wrap text-ink-2">
            {task.description === '' ? texts.noDescription : task.description}
          </p>
        )}
      </div>
    </>
  )
}

interface EditableTextProps {
  label: string
  value: string
  rows: number
  className: string
  onSave: (value: string) => void
}

function EditableText({ label, value, rows, className, onSave }: EditableTextProps) {
  const [typed, setTyped] = useState(value)
  return (
    <textarea
      aria-label={label}
      placeholder={label}
      value={typed}
      rows={rows}
      className={`${quiet} ${className}`}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => typed.trim() !== value && onSave(typed.trim())}
    />
  )
}
