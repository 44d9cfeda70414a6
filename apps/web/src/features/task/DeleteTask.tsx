import type { TaskView } from '@milepost/api-contracts/tasks'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { explain } from '#shared/api/api-problem.ts'
import { Button } from '#shared/ui/Button.tsx'
import { Dialog } from '#shared/ui/Dialog.tsx'
import { FieldError } from '#shared/ui/FieldError.tsx'
import { somethingHappened } from '#shared/ui/toast-store.ts'
import { sendTaskDeletion } from './task-api.ts'
import { texts } from './texts.ts'

interface DeleteTaskProps {
  task: TaskView
  onDeleted: () => void
}

/** One of the few things that are asked about first: it cannot be taken back here. */
export function DeleteTask({ task, onDeleted }: DeleteTaskProps) {
  const [asking, setAsking] = useState(false)
  const deletion = useMutation({
    mutationFn: () => sendTaskDeletion(task.id, task.version),
    onSuccess: () => {
      somethingHappened({ subject: task.key, text: texts.deleted })
      onDeleted()
    },
  })
  return (
    <div className="mt-6 border-line border-t pt-3">
      <Button variant="ghost" size="sm" onClick={() => setAsking(true)}>
        {texts.delete}
      </Button>
      {asking && (
        <Dialog title={texts.deleteTitle} onClose={() => setAsking(false)}>
          <p className="mt-3 text-ink-2">{texts.deleteHint}</p>
          {deletion.isError && <FieldError text={explain(deletion.error)} />}
          <div className="mt-5 flex justify-end gap-2">
            <Button size="lg" onClick={() => setAsking(false)}>
              {texts.keep}
            </Button>
            <Button size="lg" variant="primary" onClick={() => deletion.mutate()}>
              {texts.deleteIt}
            </Button>
          </div>
        </Dialog>
      )}
    </div>
  )
}
