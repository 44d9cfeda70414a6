import '#shared/forms/zod-without-eval.ts'
import { zodResolver } from '@hookform/resolvers/zod'
import { createBaselineSchema } from '@milepost/api-contracts/timeline'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { explain } from '#shared/api/api-problem.ts'
import { randomKey } from '#shared/api/random-key.ts'
import { Button } from '#shared/ui/Button.tsx'
import { Dialog } from '#shared/ui/Dialog.tsx'
import { Field } from '#shared/ui/Field.tsx'
import { FieldError } from '#shared/ui/FieldError.tsx'
import { Input } from '#shared/ui/Input.tsx'
import { somethingHappened } from '#shared/ui/toast-store.ts'
import { texts } from './texts.ts'
import { takeBaseline } from './timeline-api.ts'
import { timelineOutdated } from './timeline-query.ts'

interface BaselineDialogProps {
  projectId: string
  onTaken: (baselineId: string) => void
  onClose: () => void
}

/** Keeps the plan as it is now, with a name and the reason why. */
export function BaselineDialog({ projectId, onTaken, onClose }: BaselineDialogProps) {
  const client = useQueryClient()
  const [attempt] = useState(randomKey)
  const { register, handleSubmit, formState } = useForm({
    resolver: zodResolver(createBaselineSchema),
    defaultValues: { name: '', reason: '' },
  })
  const take = useMutation({
    mutationFn: (values: { name: string; reason: string }) =>
      takeBaseline(projectId, values, attempt),
    onSuccess: async (baseline) => {
      await timelineOutdated(client, projectId)
      onTaken(baseline.id)
      somethingHappened({ text: texts.baselineTaken(baseline.name) })
      onClose()
    },
  })
  return (
    <Dialog title={texts.baselineTitle} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => void handleSubmit((values) => take.mutate(values))(event)}
      >
        <p className="mt-2.5 text-pretty text-ink-2">{texts.baselineHint}</p>
        <Field label={texts.baselineName} error={formState.errors.name && texts.baselineNameBad}>
          {(control) => <Input {...register('name')} {...control} autoComplete="off" />}
        </Field>
        <Field
          label={texts.baselineReason}
          error={formState.errors.reason && texts.baselineReasonBad}
        >
          {(control) => <Input {...register('reason')} {...control} autoComplete="off" />}
        </Field>
        {take.isError && <FieldError text={explain(take.error)} />}
        <div className="mt-5 flex justify-end gap-2">
          <Button size="lg" onClick={onClose}>
            {texts.cancel}
          </Button>
          <Button size="lg" variant="primary" type="submit">
            {take.isPending ? texts.saving : texts.save}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
