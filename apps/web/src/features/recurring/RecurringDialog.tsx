import type {
  CreateRecurringTask,
  RecurringFields,
  RecurringTaskView,
} from '@milepost/api-contracts/recurring'
import type { TaskPriority } from '@milepost/api-contracts/tasks'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { explain } from '#shared/api/api-problem.ts'
import { useMembers } from '#shared/api/members-query.ts'
import { randomKey } from '#shared/api/random-key.ts'
import { localDate } from '#shared/format/dates.ts'
import { Button } from '#shared/ui/Button.tsx'
import { Dialog } from '#shared/ui/Dialog.tsx'
import { Field } from '#shared/ui/Field.tsx'
import { FieldError } from '#shared/ui/FieldError.tsx'
import { Input } from '#shared/ui/Input.tsx'
import { priorityWord } from '#shared/ui/priority-word.ts'
import { Select } from '#shared/ui/Select.tsx'
import { RuleFields } from './RuleFields.tsx'
import { createRecurringTask, updateRecurringTask } from './recurring-api.ts'
import { rhythmFrom, toRule } from './rule-words.ts'
import { texts } from './texts.ts'

interface RecurringDialogProps {
  projectId: string
  /** The one to change; null for a new one. */
  series: RecurringTaskView | null
  onClose: () => void
}

export function RecurringDialog({ projectId, series, onClose }: RecurringDialogProps) {
  const client = useQueryClient()
  const members = useMembers(projectId)
  const [attempt] = useState(randomKey)
  const [startsOn, setStartsOn] = useState(series?.starts_on ?? localDate(new Date()))
  const [rule, setRule] = useState(series?.rule ?? toRule(rhythmFrom(startsOn)))
  const [nameBad, setNameBad] = useState(false)
  const save = useMutation({
    mutationFn: (body: CreateRecurringTask) =>
      series
        ? updateRecurringTask(series.id, { ...body, version: series.version })
        : createRecurringTask(projectId, body, attempt),
    onSuccess: async () => {
      // Tasks that are near were made at once.
      await client.invalidateQueries()
      onClose()
    },
  })
  const known: Partial<RecurringFields> = series?.fields ?? {}

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const values = new FormData(event.currentTarget)
    const text = (name: string) => String(values.get(name) ?? '').trim()
    const title = text('title')
    setNameBad(title === '' || title.length > 300)
    if (title === '' || title.length > 300 || startsOn === '') return
    const [assignee_id, hours] = [text('assignee_id'), text('estimate')]
    const { milestone_id, labels } = known
    save.mutate({
      ...{ title, rule, starts_on: startsOn, lead_days: Number(text('lead_days')) },
      fields: {
        priority: text('priority') as TaskPriority,
        description: text('description'),
        ...(assignee_id && { assignee_id }),
        ...(hours && { estimate_minutes: Math.round(Number(hours) * 60) }),
        ...(milestone_id !== undefined && { milestone_id }),
        ...(labels !== undefined && { labels }),
      },
    })
  }
  return (
    <Dialog title={series ? texts.editTitle : texts.addTitle} onClose={onClose}>
      <form noValidate onSubmit={submit}>
        <Field label={texts.name} error={nameBad ? texts.nameBad : undefined}>
          {(control) => (
            <Input {...control} name="title" autoComplete="off" defaultValue={series?.title} />
          )}
        </Field>
        <RuleFields rule={rule} startsOn={startsOn} onChange={setRule} />
        <div className="grid grid-cols-2 gap-x-3">
          <Field label={texts.starts} error={startsOn === '' ? texts.startsBad : undefined}>
            {(control) => (
              <Input
                {...control}
                type="date"
                value={startsOn}
                onChange={({ target }) => setStartsOn(target.value)}
              />
            )}
          </Field>
          <Field label={texts.lead} hint={texts.leadHint}>
            {(control) => (
              <Input
                {...control}
                name="lead_days"
                type="number"
                min={0}
                max={90}
                defaultValue={series?.lead_days ?? 7}
              />
            )}
          </Field>
        </div>
        <div className="grid grid-cols-[1fr_120px_96px] gap-x-3">
          <Field label={texts.assignee}>
            {(control) => (
              // With its choices late, what is chosen would be lost.
              <Select
                {...control}
                key={members.data ? 'there' : 'late'}
                name="assignee_id"
                defaultValue={known.assignee_id ?? ''}
              >
                <option value="">{texts.nobody}</option>
                {members.data?.items.map(({ id, display_name }) => (
                  <option key={id} value={id}>
                    {display_name}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field label={texts.priority}>
            {(control) => (
              <Select {...control} name="priority" defaultValue={known.priority ?? 'medium'}>
                {Object.entries(priorityWord).map(([priority, word]) => (
                  <option key={priority} value={priority}>
                    {word}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field label={texts.estimate}>
            {(control) => (
              <Input
                {...control}
                name="estimate"
                type="number"
                min={0}
                step="any"
                defaultValue={known.estimate_minutes == null ? '' : known.estimate_minutes / 60}
              />
            )}
          </Field>
        </div>
        <Field label={texts.description}>
          {(control) => (
            <Input
              {...control}
              name="description"
              autoComplete="off"
              defaultValue={known.description ?? ''}
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
