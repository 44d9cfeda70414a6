import type { CreateTask } from '@milepost/api-contracts/tasks'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { explain } from '#shared/api/api-problem.ts'
import { randomKey } from '#shared/api/random-key.ts'
import { Button } from '#shared/ui/Button.tsx'
import { FieldError } from '#shared/ui/FieldError.tsx'
import { boardOutdated } from './kanban-query.ts'
import { sendTask } from './task-api.ts'
import { texts } from './texts.ts'

interface QuickAddProps {
  projectId: string
  status: CreateTask['status']
  onDone: () => void
}

/** A title and Enter: the field stays for the next one, Escape puts it away. */
export function QuickAdd({ projectId, status, onDone }: QuickAddProps) {
  const client = useQueryClient()
  const [title, setTitle] = useState('')
  const [key, setKey] = useState(randomKey)
  const adding = useMutation({
    mutationFn: () => sendTask(projectId, { title: title.trim(), status, priority: 'medium' }, key),
    onSuccess: async () => {
      setTitle('')
      setKey(randomKey())
      await boardOutdated(client, projectId)
    },
  })

  function handleSubmit(event: FormEvent) {
    event.preventDefault()
    if (title.trim() !== '' && !adding.isPending) adding.mutate()
  }

  return (
    <form
      onSubmit={handleSubmit}
      onKeyDown={(event) => event.key === 'Escape' && onDone()}
      className="mb-1.5 grid gap-1.5 rounded-md border border-accent bg-surface p-2"
    >
      <textarea
        aria-label={texts.newTask}
        placeholder={texts.titlePlaceholder}
        value={title}
        maxLength={300}
        rows={2}
        ref={(field) => field?.focus()}
        onChange={(event) => setTitle(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.shiftKey) handleSubmit(event)
        }}
        className="resize-none bg-transparent font-medium leading-[18px] outline-none placeholder:font-normal placeholder:text-ink-3"
      />
      {adding.isError && <FieldError id="quick-add-error" text={explain(adding.error)} />}
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
