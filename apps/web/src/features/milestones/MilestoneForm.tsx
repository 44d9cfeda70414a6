import '#shared/forms/zod-without-eval.ts'
import { zodResolver } from '@hookform/resolvers/zod'
import {
  type CreateMilestone,
  createMilestoneSchema,
  type MilestoneView,
} from '@milepost/api-contracts/projects'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { explain } from '#shared/api/api-problem.ts'
import { randomKey } from '#shared/api/random-key.ts'
import { formatDayOfYear } from '#shared/format/dates.ts'
import { Button } from '#shared/ui/Button.tsx'
import { Dialog } from '#shared/ui/Dialog.tsx'
import { Field } from '#shared/ui/Field.tsx'
import { FieldError } from '#shared/ui/FieldError.tsx'
import { Input } from '#shared/ui/Input.tsx'
import { createMilestone, milestoneArrived, updateMilestone } from './milestone-query.ts'
import { texts } from './texts.ts'

interface MilestoneFormProps {
  projectId: string
  /** The one to change; null for a new one. */
  milestone: MilestoneView | null
  onClose: () => void
}

const formSchema = createMilestoneSchema.pick({ name: true, due_date: true })

export function MilestoneForm({ projectId, milestone, onClose }: MilestoneFormProps) {
  const client = useQueryClient()
  const [attempt] = useState(randomKey)
  const { register, handleSubmit, formState } = useForm({
    resolver: zodResolver(formSchema),
    defaultValues: { name: milestone?.name ?? '', due_date: milestone?.due_date ?? '' },
  })
  const save = useMutation({
    mutationFn: (values: Pick<CreateMilestone, 'name' | 'due_date'>) =>
      milestone
        ? updateMilestone(milestone.id, { ...values, version: milestone.version })
        : createMilestone(projectId, values, attempt),
    onSuccess: (saved) => {
      milestoneArrived(client, saved)
      onClose()
    },
  })
  const moved = milestone && texts.dueHint(formatDayOfYear(milestone.original_due_date))

  return (
    <Dialog title={milestone ? texts.editTitle : texts.addTitle} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => void handleSubmit((values) => save.mutate(values))(event)}
      >
        <Field label={texts.name} error={formState.errors.name && texts.nameBad}>
          {(control) => <Input {...register('name')} {...control} autoComplete="off" />}
        </Field>
        <Field
          label={texts.due}
          {...(moved && { hint: moved })}
          error={formState.errors.due_date && texts.dueBad}
        >
          {(control) => <Input {...register('due_date')} {...control} type="date" />}
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
