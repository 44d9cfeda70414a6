import type { CreateColumn } from '@milepost/api-contracts/columns'
import type { TaskStatus } from '@milepost/api-contracts/tasks'
import { type FormEvent, useRef, useState } from 'react'
import { Button } from '#shared/ui/Button.tsx'
import { Chip } from '#shared/ui/Chip.tsx'
import { Field } from '#shared/ui/Field.tsx'
import { Input } from '#shared/ui/Input.tsx'
import { Select } from '#shared/ui/Select.tsx'
import { statusWord } from '#shared/ui/task-status.ts'
import { LimitFields, readLimits } from './LimitFields.tsx'
import { Popover } from './Popover.tsx'
import { texts } from './texts.ts'

/** The chip that opens the form of a new column. */
export function AddColumn({ onAdd }: { onAdd: (column: CreateColumn) => void }) {
  const [open, setOpen] = useState(false)
  const anchor = useRef<HTMLSpanElement>(null)
  return (
    <span ref={anchor} className="inline-flex">
      <Chip
        icon="add"
        adds
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen((was) => !was)}
      >
        {texts.column}
      </Chip>
      {open && (
        <Popover label={texts.newColumn} anchor={anchor} onClose={() => setOpen(false)}>
          <ColumnForm
            onGiven={(column) => {
              setOpen(false)
              onAdd(column)
            }}
          />
        </Popover>
      )}
    </span>
  )
}

function ColumnForm({ onGiven }: { onGiven: (column: CreateColumn) => void }) {
  const [name, setName] = useState('')
  const [status, setStatus] = useState<TaskStatus>('in_progress')
  const [typed, setTyped] = useState({ limit: '', blocks: false })
  const limits = readLimits(typed)

  function handleSubmit(event: FormEvent) {
    event.preventDefault()
    if (limits && name.trim() !== '') onGiven({ name: name.trim(), status, ...limits })
  }
  return (
    <form onSubmit={handleSubmit}>
      <Field label={texts.name}>
        {(control) => (
          <Input
            {...control}
            value={name}
            required
            maxLength={60}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Field label={texts.status} hint={texts.statusHint}>
        {(control) => (
          <Select
            {...control}
            value={status}
            onChange={(event) => setStatus(event.target.value as TaskStatus)}
          >
            {Object.entries(statusWord).map(([value, word]) => (
              <option key={value} value={value}>
                {word}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <LimitFields typed={typed} onTyped={setTyped} />
      <div className="mt-4 flex justify-end">
        <Button variant="primary" type="submit">
          {texts.addColumn}
        </Button>
      </div>
    </form>
  )
}
