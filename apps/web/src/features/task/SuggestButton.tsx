import type { TaskView } from '@milepost/api-contracts/tasks'
import { useState } from 'react'
import { Button } from '#shared/ui/Button.tsx'
import { SuggestAssignee } from '#shared/ui/SuggestAssignee.tsx'
import { useChangeTask } from './task-query.ts'

/** Beside the choice of an assignee: who suits the task, and why. */
export function SuggestButton({ task }: { task: TaskView }) {
  const [open, setOpen] = useState(false)
  const change = useChangeTask(task.id)
  return (
    <>
      <Button variant="ghost" size="sm" onClick={() => setOpen(true)}>
        Who suits it?
      </Button>
      {open && (
        <SuggestAssignee
          taskId={task.id}
          assigneeId={task.assignee_id}
          onClose={() => setOpen(false)}
          onChoose={(assignee_id) => {
            setOpen(false)
            change.mutate({ assignee_id })
          }}
        />
      )}
    </>
  )
}
