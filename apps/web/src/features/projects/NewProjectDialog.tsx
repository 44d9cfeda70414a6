import '#shared/forms/zod-without-eval.ts'
import { zodResolver } from '@hookform/resolvers/zod'
import {
  type CreateProject,
  createProjectSchema,
  type ProjectView,
} from '@milepost/api-contracts/projects'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useNavigate } from 'react-router'
import { z } from 'zod'
import { explain } from '#shared/api/api-problem.ts'
import { randomKey } from '#shared/api/random-key.ts'
import { request } from '#shared/api/request.ts'
import { useTeams } from '#shared/api/teams-query.ts'
import { useTemplates } from '#shared/api/templates-query.ts'
import { Button } from '#shared/ui/Button.tsx'
import { Dialog } from '#shared/ui/Dialog.tsx'
import { Field } from '#shared/ui/Field.tsx'
import { FieldError } from '#shared/ui/FieldError.tsx'
import { Input } from '#shared/ui/Input.tsx'
import { Select } from '#shared/ui/Select.tsx'
import { suggestKey } from './suggest-key.ts'
import { texts } from './texts.ts'

const day = z.union([z.literal(''), z.iso.date()])
/** A form has empty fields where the contract has none. */
const formSchema = createProjectSchema
  .pick({ name: true, key: true, team_id: true })
  .extend({ start_date: day, finish_date: day, template_id: z.union([z.literal(''), z.uuid()]) })
  .refine(
    ({ start_date, finish_date }) => !start_date || !finish_date || start_date <= finish_date,
    {
      path: ['finish_date'],
    },
  )
type FormValues = z.infer<typeof formSchema>

const toBody = ({ start_date, finish_date, template_id, ...rest }: FormValues): CreateProject => ({
  ...rest,
  status: 'active',
  ...(start_date && { start_date }),
  ...(finish_date && { finish_date }),
  ...(template_id && { template_id }),
})

/** Makes a project and goes to its board. */
export function NewProjectDialog({ onClose }: { onClose: () => void }) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const teams = useTeams()
  const templates = useTemplates()
  const [attempt] = useState(randomKey)
  const { register, handleSubmit, formState, setValue, watch } = useForm({
    resolver: zodResolver(formSchema),
    defaultValues: {
      ...{ name: '', key: '', team_id: '', start_date: '', finish_date: '', template_id: '' },
    },
  })
  const { errors, dirtyFields } = formState
  const create = useMutation({
    mutationFn: (values: FormValues) =>
      request<ProjectView>({
        method: 'POST',
        path: '/projects',
        body: toBody(values),
        idempotencyKey: attempt,
      }),
    onSuccess: async ({ id }) => {
      // It is new to every list, count and line of time.
      await client.invalidateQueries()
      await navigate(`/projects/${id}/board`)
    },
  })
  const chosen = templates.data?.items.find(({ id }) => id === watch('template_id'))
  const name = register('name', {
    onChange: ({ target }) => {
      if (!dirtyFields.key) setValue('key', suggestKey(target.value))
    },
  })

  return (
    <Dialog title={texts.title} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => void handleSubmit((values) => create.mutate(values))(event)}
      >
        <Field label={texts.name} error={errors.name && texts.nameBad}>
          {(control) => <Input {...name} {...control} autoComplete="off" />}
        </Field>
        <Field label={texts.key} hint={texts.keyHint} error={errors.key && texts.keyBad}>
          {(control) => (
            <Input {...register('key')} {...control} autoComplete="off" className="max-w-40" />
          )}
        </Field>
        <Field
          label={texts.team}
          hint={teams.isError ? texts.teamsFailed : texts.teamHint}
          error={errors.team_id && texts.teamBad}
        >
          {(control) => (
            <Select {...register('team_id')} {...control}>
              <option value="">{texts.teamChoose}</option>
              {teams.data?.items.map((team) => (
                <option key={team.id} value={team.id}>
                  {team.name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field
          label={texts.template}
          hint={
            chosen
              ? texts.templateSize(chosen.task_count, chosen.milestone_count, chosen.duration_days)
              : texts.templateHint
          }
        >
          {(control) => (
            <Select {...register('template_id')} {...control}>
              <option value="">{texts.templateNone}</option>
              {templates.data?.items.map((template) => (
                <option key={template.id} value={template.id}>
                  {template.name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <div className="grid grid-cols-2 gap-3">
          <Field label={texts.start}>
            {(control) => <Input {...register('start_date')} {...control} type="date" />}
          </Field>
          <Field label={texts.finish} error={errors.finish_date && texts.finishBad}>
            {(control) => <Input {...register('finish_date')} {...control} type="date" />}
          </Field>
        </div>
        {create.isError && <FieldError text={explain(create.error)} />}
        <div className="mt-5 flex justify-end gap-2">
          <Button size="lg" onClick={onClose}>
            {texts.cancel}
          </Button>
          <Button size="lg" variant="primary" type="submit">
            {create.isPending ? texts.creating : texts.create}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
