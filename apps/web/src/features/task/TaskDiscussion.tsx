import type { TaskView } from '@milepost/api-contracts/tasks'
import { type KeyboardEvent, useId, useState } from 'react'
import { words } from './discussion-texts.ts'
import { TaskActivity } from './TaskActivity.tsx'
import { TaskComments } from './TaskComments.tsx'

const parts = ['comments', 'activity'] as const

/** What people said, and what they did. */
export function TaskDiscussion({ task }: { task: TaskView }) {
  const id = useId()
  const [shown, setShown] = useState<(typeof parts)[number]>('comments')

  function handleKey(event: KeyboardEvent<HTMLElement>) {
    if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return
    const other = shown === 'comments' ? 'activity' : 'comments'
    setShown(other)
    event.currentTarget.querySelector<HTMLElement>(`#${CSS.escape(`${id}-${other}`)}`)?.focus()
  }

  return (
    <section className="mt-5 border-line border-t pt-1">
      <div
        role="tablist"
        tabIndex={-1}
        className="flex gap-3 border-line border-b"
        onKeyDown={handleKey}
      >
        {parts.map((part) => (
          <button
            key={part}
            id={`${id}-${part}`}
            type="button"
            role="tab"
            aria-selected={part === shown}
            aria-controls={`${id}-shown`}
            tabIndex={part === shown ? 0 : -1}
            onClick={() => setShown(part)}
            className="-mb-px border-transparent border-b-2 py-1.5 text-ink-3 hover:text-ink aria-selected:border-ink aria-selected:font-medium aria-selected:text-ink max-sm:py-2.5"
          >
            {words[part]}
          </button>
        ))}
      </div>
      <div id={`${id}-shown`} role="tabpanel" aria-labelledby={`${id}-${shown}`}>
        {shown === 'comments' ? <TaskComments task={task} /> : <TaskActivity task={task} />}
      </div>
    </section>
  )
}
