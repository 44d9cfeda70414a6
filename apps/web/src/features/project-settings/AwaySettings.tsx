import { useState } from 'react'
import { useNavigate } from 'react-router'
import { explain } from '#shared/api/api-problem.ts'
import { formatDayOfYear } from '#shared/format/dates.ts'
import { Button } from '#shared/ui/Button.tsx'
import { Dialog } from '#shared/ui/Dialog.tsx'
import { Field } from '#shared/ui/Field.tsx'
import { FieldError } from '#shared/ui/FieldError.tsx'
import { Input } from '#shared/ui/Input.tsx'
import { Panel } from '#shared/ui/Panel.tsx'
import type { SettingsPart } from './SettingsForm.tsx'
import { useDeleteProject, useUpdateProject } from './settings-query.ts'
import { texts } from './texts.ts'

/** Out of sight, or out of existence. */
export function AwaySettings({ project, settings }: SettingsPart) {
  const update = useUpdateProject(project.id)
  const [deleting, setDeleting] = useState(false)
  const archived = settings.archived_at !== null
  return (
    <Panel title={texts.away}>
      <div className="grid gap-3 p-4">
        <div className="flex items-center gap-4">
          <p className="flex-1 text-pretty text-ink-2">
            {archived
              ? texts.archivedSince(formatDayOfYear(settings.archived_at?.slice(0, 10) ?? ''))
              : texts.archiveHint}
          </p>
          <Button onClick={() => update.mutate({ archived: !archived, version: settings.version })}>
            {archived ? texts.restore : texts.archive}
          </Button>
        </div>
        {update.isError && <FieldError text={explain(update.error)} />}
        <div className="flex items-center gap-4">
          <p className="flex-1 text-pretty text-ink-2">{texts.removeHint}</p>
          <Button onClick={() => setDeleting(true)}>{texts.remove}</Button>
        </div>
      </div>
      {deleting && (
        <DeleteDialog project={project} settings={settings} onClose={() => setDeleting(false)} />
      )}
    </Panel>
  )
}

/** Asks for the name: a project is weeks of many people's work. */
function DeleteDialog({ project, settings, onClose }: SettingsPart & { onClose: () => void }) {
  const remove = useDeleteProject(project.id)
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const isSure = typed.trim() === project.name
  return (
    <Dialog title={texts.confirmTitle} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (!isSure) return
          remove.mutate(settings.version, {
            onSuccess: () => void navigate('/', { replace: true }),
          })
        }}
      >
        <Field label={texts.name} hint={texts.confirmHint(project.name)}>
          {(control) => (
            <Input
              {...control}
              value={typed}
              autoComplete="off"
              onChange={({ target }) => setTyped(target.value)}
            />
          )}
        </Field>
        {remove.isError && <FieldError text={explain(remove.error)} />}
        <div className="mt-5 flex justify-end gap-2">
          <Button size="lg" onClick={onClose}>
            {texts.cancel}
          </Button>
          <Button
            size="lg"
            type="submit"
            variant="primary"
            disabledReason={isSure ? undefined : texts.confirmHint(project.name)}
          >
            {texts.remove}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
