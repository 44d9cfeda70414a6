import type { ReactNode } from 'react'
import { FieldError } from '#shared/ui/FieldError.tsx'
import { Input } from '#shared/ui/Input.tsx'
import { Select } from '#shared/ui/Select.tsx'
import { type TaskChange, useChangeTask } from './task-query.ts'
import { refusalOf, type TaskField, useTaskField } from './use-task-field.ts'

export const Row = ({ term, children }: { term: string; children: ReactNode }) => (
  <>
    <dt className="pt-1.5 text-ink-3 text-xs">{term}</dt>
    <dd className="min-w-0">{children}</dd>
  </>
)

/** A value that is not the reader's to change, in line with those that are. */
export const Plain = ({ children }: { children: ReactNode }) => (
  <span className="flex min-h-7 flex-wrap items-center gap-1.5 px-[11px] tabular-nums">
    {children}
  </span>
)

interface CommittedProps extends TaskField {
  label: string
  type?: 'text' | 'date'
  maxLength?: number
  /** It just appeared, to be filled in. */
  focused?: boolean
}

export function Committed({ label, type = 'text', maxLength, focused, ...field }: CommittedProps) {
  const { control, problem, problemId } = useTaskField(field)
  return (
    <>
      <Input
        {...control}
        compact
        type={type}
        aria-label={label}
        maxLength={maxLength}
        ref={(input) => {
          if (focused) input?.focus()
        }}
        onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
      />
      {problem !== null && <FieldError id={problemId} text={problem} />}
    </>
  )
}

interface ChosenProps<Value extends string> {
  taskId: string
  label: string
  value: Value
  options: readonly (readonly [Value, string])[]
  /** Null when the choice is not to be saved yet. */
  toChange: (value: Value) => TaskChange | null
}

export function Chosen<Value extends string>(props: ChosenProps<Value>) {
  const { taskId, label, value, options, toChange } = props
  const change = useChangeTask(taskId)
  const refusal = refusalOf(change.error)

  function choose(chosen: string) {
    const option = options.find(([one]) => one === chosen)
    const fields = option && toChange(option[0])
    change.reset()
    if (fields) change.mutate(fields)
  }

  return (
    <>
      <Select
        compact
        aria-label={label}
        value={value}
        onChange={(event) => choose(event.target.value)}
      >
        {options.map(([option, word]) => (
          <option key={option} value={option}>
            {word}
          </option>
        ))}
      </Select>
      {refusal !== null && <FieldError text={refusal} />}
    </>
  )
}
