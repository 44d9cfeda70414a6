import type { Kanban, KanbanColumnView, TaskView } from '@milepost/api-contracts/tasks'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { clsx } from 'clsx'
import { type FormEvent, useState } from 'react'
import { explain } from '#shared/api/api-problem.ts'
import { randomKey } from '#shared/api/random-key.ts'
import { Button } from '#shared/ui/Button.tsx'
import { FieldError } from '#shared/ui/FieldError.tsx'
import { addTask } from './add-task.ts'
import { texts } from './texts.ts'

interface QuickAddProps {
  board: Kanban
  column: KanbanColumnView
  /** Above the board, beside what opened it. */
  floats?: boolean
  onAdded?: (task: TaskView) => void
  onDone: () => void
}

const titleMax = 300

/** A title and Enter: the field stays for the next one, Escape puts it away. */
export function QuickAdd({ board, column, floats = false, onAdded, onDone }: QuickAddProps) {
  const client = useQueryClient()
  const [title, setTitle] = useState('')
  const [key, setKey] = useState(randomKey)
  const adding = useMutation({
    mutationFn: () => addTask(client, board, column, title.trim(), key),
    onSuccess: (task) => {
      setTitle('')
      setKey(randomKey())
      onAdded?.(task)
    },
  })
  const problem = refuse(column, title.trim().length)
  const said = problem ?? (adding.error && explain(adding.error))

  function handleSubmit(event: FormEvent) {
    event.preventDefault()
    if (title.trim() !== '' && problem === null && !adding.isPending) adding.mutate()
  }

  return (
    <form
      onSubmit={handleSubmit}
      onKeyDown={(event) => event.key === 'Escape' && onDone()}
      className={clsx(
        'grid gap-1.5 rounded-md border border-accent bg-surface p-2',
        floats && 'absolute inset-x-1.5 top-[calc(100%+5px)] shadow-float',
      )}
    >
      <textarea
        aria-label={texts.newTask}
        placeholder={texts.titlePlaceholder}
        value={title}
        rows={3}
        ref={(field) => field?.focus()}
        onChange={(event) => setTitle(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.shiftKey) handleSubmit(event)
        }}
        className="resize-none bg-transparent font-medium leading-[18px] outline-none placeholder:font-normal placeholder:text-ink-3"
      />
      {said && <FieldError id="quick-add-error" text={said} />}
      <div className="flex justify-end gap-1.5">
        <Button size="sm" variant="ghost" onClick={onDone}>
          {texts.cancel}
        </Button>
        <Button size="sm" type="submit">
          {texts.add}
        </Button>
      </div>
    </form>
  )
}

/** Why the column takes no such task; null when it does. */
function refuse({ name, wip_limit, wip_blocks, tasks }: KanbanColumnView, length: number) {
  if (length > titleMax) return texts.tooLong(length, titleMax)
  if (wip_blocks && wip_limit !== null && tasks.length >= wip_limit)
    return texts.full(name, wip_limit)
  return null
}
