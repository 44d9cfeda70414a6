import type { TaskRef } from '@milepost/api-contracts/discussion'
import { clsx } from 'clsx'
import { type KeyboardEvent, useId, useState } from 'react'
import { explain } from '#shared/api/api-problem.ts'
import { FieldError } from '#shared/ui/FieldError.tsx'
import { Input } from '#shared/ui/Input.tsx'
import { StatusMark } from '#shared/ui/StatusMark.tsx'
import { words } from './discussion-texts.ts'
import { useTaskSearch } from './links-query.ts'
import { useFirstFocus } from './use-first-focus.ts'

interface TaskPickerProps {
  projectId: string
  label: string
  /** Not offered: the task itself, and those already chosen. */
  without: readonly string[]
  onChoose: (task: TaskRef) => void
  onCancel: () => void
}

/** Finds a task of the project by its key or its title: arrows walk, Enter chooses, Esc gives up. */
export function TaskPicker({ projectId, label, without, onChoose, onCancel }: TaskPickerProps) {
  const id = useId()
  const field = useFirstFocus<HTMLInputElement>()
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const search = useTaskSearch(projectId, typed)
  const found = search.data?.tasks.filter((task) => !without.includes(task.id)) ?? []
  const current = found[Math.min(active, found.length - 1)]

  function handleKey(event: KeyboardEvent) {
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 }
    const step = steps[event.key]
    if (step !== undefined && current) {
      setActive((found.indexOf(current) + step + found.length) % found.length)
    } else if (event.key === 'Enter') {
      if (current) onChoose(current)
    } else if (event.key === 'Escape') onCancel()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div className="min-w-0">
      <Input
        compact
        role="combobox"
        aria-label={label}
        aria-expanded={found.length > 0}
        aria-controls={id}
        aria-activedescendant={current && `${id}-${current.id}`}
        placeholder={words.findTask}
        value={typed}
        ref={field}
        onChange={({ target }) => {
          setTyped(target.value)
          setActive(0)
        }}
        onKeyDown={handleKey}
      />
      {search.isError && <FieldError text={explain(search.error)} />}
      {search.isSuccess && found.length === 0 && (
        <p className="mt-1 text-ink-3 text-xs">{words.noSuchTask}</p>
      )}
      <div id={id} role="listbox" aria-label={label} className="mt-1">
        {found.map((task) => (
          <div
            key={task.id}
            id={`${id}-${task.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={task === current}
            onPointerDown={(event) => {
              event.preventDefault()
              onChoose(task)
            }}
            className={clsx(
              'flex min-h-7 cursor-pointer items-center gap-2 rounded-sm px-2 max-sm:min-h-10',
              task === current ? 'bg-hover' : 'hover:bg-hover',
            )}
          >
            <StatusMark status={task.status} />
            <span className="flex-none text-ink-3 text-xs">{task.key}</span>
            <span className="truncate">{task.title}</span>
          </div>
        ))}
      </div>
    </div>
  )
}
