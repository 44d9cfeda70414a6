import type { BulkChange, TaskRowView } from '@milepost/api-contracts/list'
import { useState } from 'react'
import { Button } from '#shared/ui/Button.tsx'
import { Dialog } from '#shared/ui/Dialog.tsx'
import { Field } from '#shared/ui/Field.tsx'
import { Input } from '#shared/ui/Input.tsx'
import { AskText } from './AskText.tsx'
import { texts } from './texts.ts'

export type BulkQuestion = 'dates' | 'labels' | 'parent'

interface BulkDialogProps {
  question: BulkQuestion
  tasks: readonly TaskRowView[]
  projectKey: string
  onGiven: (set: BulkChange) => void
  onClose: () => void
}

/** A change of many tasks that needs more than a choice. */
export function BulkDialog({ question, tasks, projectKey, onGiven, onClose }: BulkDialogProps) {
  if (question === 'dates') return <Dates onGiven={onGiven} onClose={onClose} />
  if (question === 'labels') return <Labels onGiven={onGiven} onClose={onClose} />
  const taskOf = (key: string) =>
    tasks.find(({ number }) => `${projectKey}-${number}` === key.toUpperCase())
  return (
    <AskText
      title={texts.moveTitle}
      label={texts.parent}
      hint={texts.parentHint}
      refuse={(key) => (key === '' || taskOf(key) ? undefined : texts.parentUnknown)}
      onGiven={(key) => onGiven({ parent_task_id: taskOf(key)?.id ?? null })}
      onClose={onClose}
    />
  )
}

type AskProps = Pick<BulkDialogProps, 'onGiven' | 'onClose'>

function Dates({ onGiven, onClose }: AskProps) {
  const [shift, setShift] = useState('')
  const [start, setStart] = useState('')
  const [due, setDue] = useState('')
  const [tried, setTried] = useState(false)
  const days = Number(shift)
  const wrong = start === '' && due === '' && (!/^[-−+]?\d{1,4}$/.test(shift.trim()) || days === 0)

  function give() {
    setTried(true)
    if (wrong) return
    onGiven(
      start || due
        ? { ...(start && { start_date: start }), ...(due && { due_date: due }) }
        : { shift_days: Number(shift.trim().replace('−', '-')) },
    )
  }
  return (
    <Dialog title={texts.dates} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          give()
        }}
      >
        <Field
          label={texts.shift}
          hint={texts.shiftHint}
          error={tried && wrong ? texts.shiftWrong : undefined}
        >
          {(control) => (
            <Input
              {...control}
              inputMode="numeric"
              value={shift}
              onChange={(event) => setShift(event.target.value)}
            />
          )}
        </Field>
        <p className="mt-4 text-ink-2">{texts.orSet}</p>
        <div className="grid grid-cols-2 gap-3">
          <Field label="Start">
            {(control) => (
              <Input
                {...control}
                type="date"
                value={start}
                onChange={(event) => setStart(event.target.value)}
              />
            )}
          </Field>
          <Field label="Due">
            {(control) => (
              <Input
                {...control}
                type="date"
                value={due}
                onChange={(event) => setDue(event.target.value)}
              />
            )}
          </Field>
        </div>
        <Buttons onClose={onClose} />
      </form>
    </Dialog>
  )
}

const labelsOf = (text: string) =>
  text
    .split(',')
    .map((label) => label.trim())
    .filter((label) => label !== '')

function Labels({ onGiven, onClose }: AskProps) {
  const [added, setAdded] = useState('')
  const [removed, setRemoved] = useState('')
  const [tried, setTried] = useState(false)
  const [add, remove] = [labelsOf(added), labelsOf(removed)]
  const missing = add.length === 0 && remove.length === 0
  return (
    <Dialog title={texts.labels} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          setTried(true)
          if (missing) return
          onGiven({
            ...(add.length > 0 && { add_labels: add }),
            ...(remove.length > 0 && { remove_labels: remove }),
          })
        }}
      >
        <Field
          label={texts.addLabels}
          hint={texts.labelsHint}
          error={tried && missing ? texts.labelsMissing : undefined}
        >
          {(control) => (
            <Input {...control} value={added} onChange={(event) => setAdded(event.target.value)} />
          )}
        </Field>
        <Field label={texts.removeLabels}>
          {(control) => (
            <Input
              {...control}
              value={removed}
              onChange={(event) => setRemoved(event.target.value)}
            />
          )}
        </Field>
        <Buttons onClose={onClose} />
      </form>
    </Dialog>
  )
}

const Buttons = ({ onClose }: { onClose: () => void }) => (
  <div className="mt-5 flex justify-end gap-2">
    <Button size="lg" onClick={onClose}>
      {texts.cancel}
    </Button>
    <Button size="lg" variant="primary" type="submit">
      {texts.apply}
    </Button>
  </div>
)
