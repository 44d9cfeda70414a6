import '#shared/forms/zod-without-eval.ts'
import { zodResolver } from '@hookform/resolvers/zod'
import { createUserSchema, type TeamView } from '@milepost/api-contracts/people'
import { type Role, roleSchema } from '@milepost/api-contracts/roles'
import { useForm } from 'react-hook-form'
import { explain, isProblem } from '#shared/api/api-problem.ts'
import { roleWord } from '#shared/format/role-word.ts'
import { Dialog } from '#shared/ui/Dialog.tsx'
import { Field } from '#shared/ui/Field.tsx'
import { FieldError } from '#shared/ui/FieldError.tsx'
import { Input } from '#shared/ui/Input.tsx'
import { Select } from '#shared/ui/Select.tsx'
import { FormButtons } from './FormButtons.tsx'
import { useCreateUser } from './people-query.ts'
import { texts } from './texts.ts'

interface NewPersonDialogProps {
  teams: readonly TeamView[]
  onClose: () => void
}

/** One role to begin with; the form's boxes give the teams as a list. */
const formSchema = createUserSchema
  .pick({ display_name: true, email: true, password: true, team_ids: true })
  .extend({ role: roleSchema })
const first: Role = 'contributor'

export function NewPersonDialog({ teams, onClose }: NewPersonDialogProps) {
  const create = useCreateUser(onClose)
  const { register, handleSubmit, formState } = useForm({
    resolver: zodResolver(formSchema),
    defaultValues: { display_name: '', email: '', password: '', role: first, team_ids: [] },
  })
  const { errors } = formState
  const taken = isProblem(create.error, 'email-taken')
  const submit = handleSubmit(({ role, ...person }) => create.mutate({ ...person, roles: [role] }))

  return (
    <Dialog title={texts.personTitle} onClose={onClose}>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <Field label={texts.name} error={errors.display_name && texts.nameBad}>
          {(control) => <Input {...register('display_name')} {...control} autoComplete="off" />}
        </Field>
        <Field
          label={texts.email}
          error={errors.email ? texts.emailBad : taken ? explain(create.error) : undefined}
        >
          {(control) => (
            <Input {...register('email')} {...control} type="email" autoComplete="off" />
          )}
        </Field>
        <Field
          label={texts.password}
          hint={texts.passwordHint}
          error={errors.password && texts.passwordBad}
        >
          {(control) => (
            <Input
              {...register('password')}
              {...control}
              type="password"
              autoComplete="new-password"
            />
          )}
        </Field>
        <Field label={texts.roles}>
          {(control) => (
            <Select {...register('role')} {...control}>
              {roleSchema.options.map((role) => (
                <option key={role} value={role}>
                  {roleWord(role)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {teams.length > 0 && (
          <fieldset className="mt-3.5">
            <legend className="mb-1 font-medium">{texts.teamsOf}</legend>
            {teams.map(({ id, name }) => (
              <label key={id} className="flex min-h-7 items-center gap-2 max-sm:min-h-10">
                <input
                  type="checkbox"
                  value={id}
                  {...register('team_ids')}
                  className="size-4 accent-accent"
                />
                {name}
              </label>
            ))}
          </fieldset>
        )}
        {create.isError && !taken && <FieldError text={explain(create.error)} />}
        <FormButtons pending={create.isPending} onCancel={onClose} />
      </form>
    </Dialog>
  )
}
