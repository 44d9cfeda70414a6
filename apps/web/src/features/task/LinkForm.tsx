import type { TaskView } from '@milepost/api-contracts/tasks'
import { useState } from 'react'
import { explain } from '#shared/api/api-problem.ts'
import { Button } from '#shared/ui/Button.tsx'
import { FieldError } from '#shared/ui/FieldError.tsx'
import { Select } from '#shared/ui/Select.tsx'
import { linkWord, words } from './discussion-texts.ts'
import { type LinkKind, useAddLink } from './links-query.ts'
import { TaskPicker } from './TaskPicker.tsx'

const kinds = Object.entries(linkWord) as [LinkKind, string][]

/** How the task is linked, and to which one: choosing it makes the link. */
export function LinkForm({ task, onClose }: { task: TaskView; onClose: () => void }) {
  const [kind, setKind] = useState<LinkKind>('waits_for')
  const add = useAddLink(task.id)
  return (
    <div className="mt-2 rounded-md border border-line p-2">
      <div className="grid gap-2">
        <Select
          compact
          aria-label={words.linkKind}
          value={kind}
          onChange={({ target }) => setKind(target.value as LinkKind)}
        >
          {kinds.map(([value, word]) => (
            <option key={value} value={value}>
              {word}
            </option>
          ))}
        </Select>
        <TaskPicker
          projectId={task.project_id}
          label={words.otherTask}
          without={[task.id]}
          onChoose={({ id: otherId }) => add.mutate({ kind, otherId }, { onSuccess: onClose })}
          onCancel={onClose}
        />
      </div>
      {add.isError && <FieldError text={explain(add.error)} />}
      <div className="mt-1 flex justify-end">
        <Button variant="ghost" size="sm" onClick={onClose}>
          {words.cancel}
        </Button>
      </div>
    </div>
  )
}
