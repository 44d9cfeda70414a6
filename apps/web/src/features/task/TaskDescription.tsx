import type { TaskView } from '@milepost/api-contracts/tasks'
import { useState } from 'react'
import { Button } from '#shared/ui/Button.tsx'
import { words } from './discussion-texts.ts'
import { EditableText } from './EditableText.tsx'
import { Markdown } from './Markdown.tsx'
import { texts } from './texts.ts'

/** What the task is about, as written in markdown; its writers change it in place. */
export function TaskDescription({ task }: { task: TaskView }) {
  const editable = task.can.update === 'all'
  const [editing, setEditing] = useState(false)
  if (editable && (editing || task.description === '')) {
    return (
      <EditableText
        taskId={task.id}
        label={texts.description}
        value={task.description}
        maxLength={20_000}
        rows={3}
        focused={editing}
        className="min-h-15 resize-none text-ink-2 [field-sizing:content]"
        toChange={(description) => ({ description })}
        onLeft={() => setEditing(false)}
      />
    )
  }
  if (task.description === '') return <p className="text-ink-2">{texts.noDescription}</p>
  return (
    <>
      <Markdown text={task.description} />
      {editable && (
        <Button variant="ghost" size="sm" className="-ml-2 mt-1" onClick={() => setEditing(true)}>
          {words.editDescription}
        </Button>
      )}
    </>
  )
}
