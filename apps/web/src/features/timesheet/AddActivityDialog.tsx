import type { WeekRow } from '@milepost/api-contracts/timesheets'
import { type FormEvent, useState } from 'react'
import { Button } from '#shared/ui/Button.tsx'
import { Dialog } from '#shared/ui/Dialog.tsx'
import { Field } from '#shared/ui/Field.tsx'
import { Input } from '#shared/ui/Input.tsx'
import { texts } from './texts.ts'
import { emptyRow } from './week.ts'

interface AddActivityDialogProps {
  onAdd: (row: WeekRow) => void
  onClose: () => void
}

export function AddActivityDialog({ onAdd, onClose }: AddActivityDialogProps) {
  const [activity, setActivity] = useState('')

  function handleSubmit(event: FormEvent) {
    event.preventDefault()
    if (activity.trim() !== '')
      onAdd(emptyRow({ task: null, project: null, activity: activity.trim() }))
  }

  return (
    <Dialog title={texts.addActivity} onClose={onClose}>
      <form onSubmit={handleSubmit}>
        <Field label={texts.activity} hint={texts.activityHint}>
          {(control) => (
            <Input
              {...control}
              value={activity}
              maxLength={120}
              required
              onChange={(event) => setActivity(event.target.value)}
            />
          )}
        </Field>
        <div className="mt-5 flex justify-end gap-2">
          <Button size="lg" onClick={onClose}>
            {texts.cancel}
          </Button>
          <Button size="lg" variant="primary" type="submit">
            {texts.add}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
