import type { ProjectSettings } from '@milepost/api-contracts/project-settings'
import type { ProjectView, UpdateProject } from '@milepost/api-contracts/projects'
import { type ReactNode, useState } from 'react'
import { explain } from '#shared/api/api-problem.ts'
import { Button } from '#shared/ui/Button.tsx'
import { FieldError } from '#shared/ui/FieldError.tsx'
import { Panel } from '#shared/ui/Panel.tsx'
import { useUpdateProject } from './settings-query.ts'
import { texts } from './texts.ts'

export interface SettingsPart {
  project: ProjectView
  settings: ProjectSettings
}

interface SettingsFormProps extends SettingsPart {
  title: string
  button?: string
  /** What the form's fields ask for; a string is the trimmed text of a field. */
  toBody: (text: (name: string) => string) => Omit<UpdateProject, 'version'>
  children: ReactNode
  /** Below the form. */
  after?: ReactNode
}

/** A panel of fields that are saved together. */
export function SettingsForm({
  project,
  settings,
  title,
  button = texts.save,
  toBody,
  children,
  after,
}: SettingsFormProps) {
  const update = useUpdateProject(project.id)
  const [changed, setChanged] = useState(false)
  const may = settings.can.update
  return (
    <Panel title={title}>
      <form
        // Fields start anew from what the server says.
        key={settings.version}
        noValidate
        className="px-4 pb-4"
        onChange={() => setChanged(true)}
        onSubmit={(event) => {
          event.preventDefault()
          const form = new FormData(event.currentTarget)
          const body = toBody((name) => String(form.get(name) ?? '').trim())
          update.mutate(
            { ...body, version: settings.version },
            { onSuccess: () => setChanged(false) },
          )
        }}
      >
        <fieldset disabled={!may} className="contents">
          {children}
        </fieldset>
        {update.isError && <FieldError text={explain(update.error)} />}
        {may && (
          <div className="mt-4 flex items-center gap-3">
            <Button type="submit">{update.isPending ? texts.saving : button}</Button>
            {update.isSuccess && !changed && (
              <span role="status" className="text-ink-3 text-xs">
                {texts.saved}
              </span>
            )}
          </div>
        )}
      </form>
      {after}
    </Panel>
  )
}
