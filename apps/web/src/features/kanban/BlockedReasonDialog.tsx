import { type FormEvent, useState } from 'react'
import { Button } from '#shared/ui/Button.tsx'
import { Dialog } from '#shared/ui/Dialog.tsx'
import { Field } from '#shared/ui/Field.tsx'
import { Input } from '#shared/ui/Input.tsx'
import { texts } from './texts.ts'

interface BlockedReasonDialogProps {
  onGiven: (reason: string) => void
  onGivenUp: () => void
}

/** Nothing is blocked without saying why: the reason is what others can act on. */
export function BlockedReasonDialog({ onGiven, onGivenUp }: BlockedReasonDialogProps) {
  const [reason, setReason] = useState('')

  function handleSubmit(event: FormEvent) {
    event.preventDefault()
    if (reason.trim() !== '') onGiven(reason.trim())
  }

  return (
    <Dialog title={texts.whyBlocked} onClose={onGivenUp}>
      <form onSubmit={handleSubmit}>
        <Field label="Reason" hint={texts.whyBlockedHint}>
          {(control) => (
            <Input
              {...control}
              value={reason}
              maxLength={500}
              required
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        <div className="mt-5 flex justify-end gap-2">
          <Button size="lg" onClick={onGivenUp}>
            {texts.cancel}
          </Button>
          <Button size="lg" variant="primary" type="submit">
            {texts.block}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
