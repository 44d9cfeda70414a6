import { useState } from 'react'
import { Button } from '#shared/ui/Button.tsx'
import { Field } from '#shared/ui/Field.tsx'
import { Input } from '#shared/ui/Input.tsx'
import { BurnUp } from './BurnUp.tsx'
import { ImportAssetsDialog } from './ImportAssetsDialog.tsx'
import { SettingsForm, type SettingsPart } from './SettingsForm.tsx'
import { useBurnUp } from './settings-query.ts'
import { texts } from './texts.ts'

/** The list that the project works through beside its tasks. */
export function AssetSettings({ project, settings }: SettingsPart) {
  const burnUp = useBurnUp(project.id)
  const [importing, setImporting] = useState(false)
  const counted = burnUp.data !== undefined && burnUp.data.total > 0
  return (
    <SettingsForm
      project={project}
      settings={settings}
      title={texts.assets}
      toBody={(text) => ({ asset_noun: text('asset_noun') || null })}
      after={
        <div className="border-line border-t p-4">
          {counted ? (
            <BurnUp burnUp={burnUp.data} />
          ) : (
            <p className="text-pretty text-ink-2">{texts.assetsEmpty}</p>
          )}
          {settings.can.update && (
            <Button className="mt-3" onClick={() => setImporting(true)}>
              {texts.import}
            </Button>
          )}
          {importing && (
            <ImportAssetsDialog projectId={project.id} onClose={() => setImporting(false)} />
          )}
        </div>
      }
    >
      <Field label={texts.noun} hint={texts.nounHint}>
        {(control) => (
          <Input
            {...control}
            name="asset_noun"
            maxLength={60}
            defaultValue={settings.asset_noun ?? ''}
          />
        )}
      </Field>
    </SettingsForm>
  )
}
