import type { ProjectStatus } from '@milepost/api-contracts/projects'
import { useMembers } from '#shared/api/members-query.ts'
import { Field } from '#shared/ui/Field.tsx'
import { Input } from '#shared/ui/Input.tsx'
import { Select } from '#shared/ui/Select.tsx'
import { SettingsForm, type SettingsPart } from './SettingsForm.tsx'
import { useCategories } from './settings-query.ts'
import { TextArea } from './TextArea.tsx'
import { statusWords, texts } from './texts.ts'

export function GeneralSettings({ project, settings }: SettingsPart) {
  const members = useMembers(project.id)
  const categories = useCategories()
  const { manager, category } = project
  return (
    <SettingsForm
      project={project}
      settings={settings}
      title={texts.general}
      toBody={(text) => ({
        name: text('name'),
        description: text('description'),
        status: text('status') as ProjectStatus,
        manager_id: text('manager_id') || null,
        category_id: text('category_id') || null,
        start_date: text('start_date') || null,
        finish_date: text('finish_date') || null,
      })}
    >
      <Field label={texts.name}>
        {(control) => (
          <Input {...control} name="name" defaultValue={project.name} maxLength={200} required />
        )}
      </Field>
      <Field label={texts.about}>
        {(control) => (
          <TextArea
            {...control}
            name="description"
            rows={3}
            defaultValue={project.description}
            maxLength={20_000}
          />
        )}
      </Field>
      <div className="grid grid-cols-2 gap-x-3">
        <Field label={texts.status}>
          {(control) => (
            <Select {...control} name="status" defaultValue={project.status}>
              {Object.entries(statusWords).map(([status, word]) => (
                <option key={status} value={status}>
                  {word}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={texts.manager}>
          {(control) => (
            <Select {...control} name="manager_id" defaultValue={manager?.id ?? ''}>
              <Choices
                none={texts.nobody}
                current={manager && { id: manager.id, name: manager.display_name }}
                options={members.data?.items.map(({ id, display_name }) => ({
                  id,
                  name: display_name,
                }))}
              />
            </Select>
          )}
        </Field>
        <Field label={texts.start}>
          {(control) => (
            <Input
              {...control}
              type="date"
              name="start_date"
              defaultValue={project.start_date ?? ''}
            />
          )}
        </Field>
        <Field label={texts.finish}>
          {(control) => (
            <Input
              {...control}
              type="date"
              name="finish_date"
              defaultValue={project.finish_date ?? ''}
            />
          )}
        </Field>
        <Field label={texts.category}>
          {(control) => (
            <Select {...control} name="category_id" defaultValue={category?.id ?? ''}>
              <Choices none={texts.none} current={category} options={categories.data?.items} />
            </Select>
          )}
        </Field>
        <Field label={texts.key} hint={texts.keyHint}>
          {(control) => <Input {...control} value={project.key} readOnly className="text-ink-3" />}
        </Field>
      </div>
    </SettingsForm>
  )
}

interface Choice {
  id: string
  name: string
}

interface ChoicesProps {
  none: string
  /** Stands there until the list has come, and when it is in the list no more. */
  current: Choice | null
  options: readonly Choice[] | undefined
}

/** The same option before and after the list has come: a browser keeps what is chosen by its element. */
function Choices({ none, current, options = [] }: ChoicesProps) {
  const isThere = current === null || options.some(({ id }) => id === current.id)
  return (
    <>
      <option value="">{none}</option>
      {(isThere ? options : [current, ...options]).map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </>
  )
}
