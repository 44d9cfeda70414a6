import { type FormEvent, useState } from 'react'
import { Button } from '#shared/ui/Button.tsx'
import { LimitFields, type Limits, readLimits } from './LimitFields.tsx'
import { texts } from './texts.ts'

interface LimitFormProps {
  limit: number | null
  blocks: boolean
  onGiven: (limits: Limits) => void
}

export function LimitForm({ limit, blocks, onGiven }: LimitFormProps) {
  const [typed, setTyped] = useState({ limit: limit?.toString() ?? '', blocks })
  const limits = readLimits(typed)

  function handleSubmit(event: FormEvent) {
    event.preventDefault()
    if (limits) onGiven(limits)
  }
  return (
    <form onSubmit={handleSubmit}>
      <LimitFields typed={typed} onTyped={setTyped} />
      <div className="mt-4 flex justify-end">
        <Button variant="primary" type="submit">
          {texts.save}
        </Button>
      </div>
    </form>
  )
}
