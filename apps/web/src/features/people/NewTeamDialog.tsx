import '#shared/forms/zod-without-eval.ts'
import { zodResolver } from '@hookform/resolvers/zod'
import { createTeamSchema } from '@milepost/api-contracts/people'
import { useForm } from 'react-hook-form'
import { explain } from '#shared/api/api-problem.ts'
import { Dialog } from '#shared/ui/Dialog.tsx'
import { Field } from '#shared/ui/Field.tsx'
import { FieldError } from '#shared/ui/FieldError.tsx'
import { Input } from '#shared/ui/Input.tsx'
import { FormButtons } from './FormButtons.tsx'
import { useCreateTeam } from './people-query.ts'
import { texts } from './texts.ts'

export function NewTeamDialog({ onClose }: { onClose: () => void }) {
  const create = useCreateTeam(onClose)
  const { register, handleSubmit, formState } = useForm({
    resolver: zodResolver(createTeamSchema.pick({ name: true })),
    defaultValues: { name: '' },
  })
  const submit = handleSubmit(({ name }) => create.mutate({ name, description: '' }))
  return (
    <Dialog title={texts.teamTitle} onClose={onClose}>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <Field label={texts.teamName} error={formState.errors.name && texts.teamNameBad}>
          {(control) => <Input {...register('name')} {...control} autoComplete="off" />}
        </Field>
        {create.isError && <FieldError text={explain(create.error)} />}
        <FormButtons pending={create.isPending} onCancel={onClose} />
      </form>
    </Dialog>
  )
}
