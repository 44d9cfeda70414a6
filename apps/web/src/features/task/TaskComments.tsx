import type { TaskView } from '@milepost/api-contracts/tasks'
import { type FormEvent, useState } from 'react'
import { explain } from '#shared/api/api-problem.ts'
import { formatMoment } from '#shared/format/dates.ts'
import { Avatar } from '#shared/ui/Avatar.tsx'
import { Button } from '#shared/ui/Button.tsx'
import { FieldError } from '#shared/ui/FieldError.tsx'
import { useAddComment, useComments } from './task-query.ts'
import { texts } from './texts.ts'

export function TaskComments({ task }: { task: TaskView }) {
  const comments = useComments(task.id)
  return (
    <section aria-label={texts.comments} className="mt-6">
      <h3 className="font-semibold">{texts.comments}</h3>
      {comments.isError && <FieldError text={explain(comments.error)} />}
      {comments.data?.items.length === 0 && <p className="mt-1 text-ink-3">{texts.noComments}</p>}
      <ul className="mt-2 grid gap-3">
        {comments.data?.items.map(({ id, author, body, created_at }) => (
          <li key={id} className="grid grid-cols-[20px_minmax(0,1fr)] gap-2.5">
            <Avatar name={author.display_name} decorative />
            <div>
              <p className="text-xs">
                <span className="font-medium">{author.display_name}</span>{' '}
                <span className="text-ink-3">{formatMoment(created_at)}</span>
              </p>
              <p className="whitespace-pre-wrap break-words text-ink-2">{body}</p>
            </div>
          </li>
        ))}
      </ul>
      {task.can.comment && <CommentForm taskId={task.id} />}
    </section>
  )
}

function CommentForm({ taskId }: { taskId: string }) {
  const [body, setBody] = useState('')
  const adding = useAddComment(taskId)

  function handleSubmit(event: FormEvent) {
    event.preventDefault()
    const text = body.trim()
    if (text !== '' && !adding.isPending) adding.mutate(text, { onSuccess: () => setBody('') })
  }

  return (
    <form onSubmit={handleSubmit} className="mt-3 grid justify-items-end gap-2">
      <textarea
        aria-label={texts.comment}
        placeholder={texts.comment}
        value={body}
        maxLength={10_000}
        onChange={(event) => setBody(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) handleSubmit(event)
        }}
        className="min-h-16 w-full resize-none rounded-md border border-line-control bg-surface px-2.5 py-1.5 [field-sizing:content]"
      />
      {adding.isError && <FieldError text={explain(adding.error)} />}
      <Button type="submit">{texts.send}</Button>
    </form>
  )
}
