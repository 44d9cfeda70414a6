import { useState } from 'react'
import { Button } from '#shared/ui/Button.tsx'
import { Dialog } from '#shared/ui/Dialog.tsx'
import { Field } from '#shared/ui/Field.tsx'
import { Input } from '#shared/ui/Input.tsx'
import { texts } from './texts.ts'

interface AskTextProps {
  title: string
  label: string
  hint: string
  /** What is wrong with a text; nothing when it will do. */
  refuse: (text: string) => string | undefined
  action?: string
  onGiven: (text: string) => void
  onClose: () => void
}

/** A question with one line for an answer. */
export function AskText({ title, label, hint, refuse, action, onGiven, onClose }: AskTextProps) {
  const [typed, setTyped] = useState('')
  const [tried, setTried] = useState(false)
  const error = refuse(typed.trim())
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          setTried(true)
          if (error === undefined) onGiven(typed.trim())
        }}
      >
        <Field label={label} hint={hint} error={tried ? error : undefined}>
          {(control) => (
            <Input
              {...control}
              maxLength={500}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
        <div className="mt-5 flex justify-end gap-2">
          <Button size="lg" onClick={onClose}>
            {texts.cancel}
          </Button>
          <Button size="lg" variant="primary" type="submit">
            {action ?? texts.apply}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
