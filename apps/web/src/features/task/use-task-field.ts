import { type ChangeEvent, useId, useState } from 'react'
import { currentOf, explain } from '#shared/api/api-problem.ts'
import { isStatus } from '#shared/api/send.ts'
import { type TaskChange, useChangeTask } from './task-query.ts'

export interface TaskField {
  taskId: string
  /** As it is saved. */
  value: string
  /** What is wrong with a text that must not be sent, or null. */
  problemOf?: (text: string) => string | null
  toChange: (text: string) => TaskChange
  onSaved?: () => void
}

/**
 * One text of a task, saved by leaving it. What is wrong, here or for the server, stays as it was
 * typed with the reason below, whatever happens to other fields meanwhile.
 */
export function useTaskField({ taskId, value, problemOf, toChange, onSaved }: TaskField) {
  const id = useId()
  const change = useChangeTask(taskId)
  const [typed, setTyped] = useState<string | null>(null)
  const [left, setLeft] = useState(false)
  const problem = (left && typed !== null && problemOf?.(typed.trim())) || refusalOf(change.error)

  function handleBlur() {
    if (typed === null) return
    const text = typed.trim()
    setLeft(true)
    if (problemOf?.(text)) return
    const forget = () => setTyped((now) => (now === typed ? null : now))
    if (text === value) return forget()
    change.mutate(toChange(text), {
      onSuccess: () => {
        forget()
        onSaved?.()
      },
      // The field shows what somebody else made of it.
      onError: (error) => isStatus(error, 409) && forget(),
    })
  }

  return {
    problem,
    problemId: id,
    control: {
      value: typed ?? value,
      'aria-invalid': problem !== null || undefined,
      'aria-describedby': problem === null ? undefined : id,
      onBlur: handleBlur,
      onChange: ({ target }: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => {
        setTyped(target.value)
        setLeft(false)
        change.reset()
      },
    },
  }
}

/** Why a change was not saved, or null when it was. */
export function refusalOf(error: unknown): string | null {
  // The panel says what else changed, and asks what is to become of it.
  if (error === null || currentOf(error, 'task-changed') !== undefined) return null
  return explain(error)
}
