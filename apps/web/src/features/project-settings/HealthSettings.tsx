import type { Health } from '@milepost/api-contracts/projects'
import { formatMoment } from '#shared/format/dates.ts'
import { Button } from '#shared/ui/Button.tsx'
import { Field } from '#shared/ui/Field.tsx'
import { HealthMark } from '#shared/ui/HealthMark.tsx'
import { healthWord } from '#shared/ui/health.ts'
import { Select } from '#shared/ui/Select.tsx'
import { SettingsForm, type SettingsPart } from './SettingsForm.tsx'
import { useHealthHistory } from './settings-query.ts'
import { TextArea } from './TextArea.tsx'
import { texts } from './texts.ts'

/** What the manager says about the project, and said before. */
export const HealthSettings = ({ project, settings }: SettingsPart) => (
  <SettingsForm
    project={project}
    settings={settings}
    title={texts.health}
    button={texts.declare}
    toBody={(text) => ({
      declared_health: text('declared_health') as Health,
      health_note: text('health_note'),
    })}
    after={<History projectId={project.id} />}
  >
    <Field label={texts.health} hint={texts.healthHint}>
      {(control) => (
        <Select {...control} name="declared_health" defaultValue={project.declared_health}>
          {Object.entries(healthWord).map(([health, word]) => (
            <option key={health} value={health}>
              {word}
            </option>
          ))}
        </Select>
      )}
    </Field>
    <Field label={texts.note} hint={texts.noteHint}>
      {(control) => (
        <TextArea
          {...control}
          name="health_note"
          rows={3}
          maxLength={500}
          defaultValue={project.health_note}
        />
      )}
    </Field>
  </SettingsForm>
)

function History({ projectId }: { projectId: string }) {
  const history = useHealthHistory(projectId)
  const items = history.data?.pages.flatMap((page) => page.items)
  if (items === undefined) return null
  return (
    <section aria-label={texts.history} className="border-line border-t px-4 py-3">
      <h3 className="text-ink-3 text-xs">{texts.history}</h3>
      {items.length === 0 && <p className="mt-1 text-ink-2">{texts.noHistory}</p>}
      <ol className="mt-1 grid gap-2">
        {items.map(({ id, health, note, declared_by, created_at }) => (
          <li key={id} className="grid grid-cols-[14px_minmax(0,1fr)] gap-x-1.5">
            <HealthMark health={health} label={healthWord[health]} size={9} className="mt-1" />
            <div>
              {note && <p className="text-pretty wrap-anywhere">{note}</p>}
              <p className="text-ink-3 text-xs">
                {declared_by.display_name}, {formatMoment(created_at)}
              </p>
            </div>
          </li>
        ))}
      </ol>
      {history.hasNextPage && (
        <Button variant="ghost" size="sm" onClick={() => void history.fetchNextPage()}>
          {texts.older}
        </Button>
      )}
    </section>
  )
}
