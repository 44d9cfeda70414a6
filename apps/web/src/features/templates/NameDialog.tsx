import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { explain } from '#shared/api/api-problem.ts'
import { templatesKey } from '#shared/api/templates-query.ts'
import { Button } from '#shared/ui/Button.tsx'
import { Dialog } from '#shared/ui/Dialog.tsx'
import { Field } from '#shared/ui/Field.tsx'
import { FieldError } from '#shared/ui/FieldError.tsx'
import { Input } from '#shared/ui/Input.tsx'
import { texts } from './texts.ts'

interface Named {
  name: string
  description: string
}

interface NameDialogProps {
  title: string
  hint?: string
  known: Named
  onSave: (named: Named) => Promise<unknown>
  onClose: () => void
}

/** Asks what a template is called and what it is for. */
export function NameDialog({ title, hint, known, onSave, onClose }: NameDialogProps) {
  const client = useQueryClient()
  const [bad, setBad] = useState(false)
  const save = useMutation({
    mutationFn: onSave,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: templatesKey })
      onClose()
    },
  })
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          const values = new FormData(event.currentTarget)
          const name = String(values.get('name')).trim()
          setBad(name === '' || name.length > 200)
          if (name === '' || name.length > 200) return
          save.mutate({ name, description: String(values.get('description')).trim() })
        }}
      >
        <Field label={texts.name} error={bad ? texts.nameBad : undefined}>
          {(control) => (
            <Input {...control} name="name" autoComplete="off" defaultValue={known.name} />
          )}
        </Field>
        <Field label={texts.about} {...(hint !== undefined && { hint })}>
          {(control) => (
            <Input
              {...control}
              name="description"
              autoComplete="off"
              maxLength={500}
              defaultValue={known.description}
            />
          )}
        </Field>
        {save.isError && <FieldError text={explain(save.error)} />}
        <div className="mt-5 flex justify-end gap-2">
          <Button size="lg" onClick={onClose}>
            {texts.cancel}
          </Button>
          <Button size="lg" variant="primary" type="submit">
            {save.isPending ? texts.saving : texts.save}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
