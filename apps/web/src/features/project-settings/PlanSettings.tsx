import type { SchedulingMode } from '@milepost/api-contracts/timeline'
import { Field } from '#shared/ui/Field.tsx'
import { Input } from '#shared/ui/Input.tsx'
import { Select } from '#shared/ui/Select.tsx'
import { SettingsForm, type SettingsPart } from './SettingsForm.tsx'
import { modeWords, texts } from './texts.ts'

const amount = (text: string) => (text === '' ? null : Number(text.replaceAll(',', '')))

export const PlanSettings = ({ project, settings }: SettingsPart) => (
  <SettingsForm
    project={project}
    settings={settings}
    title={texts.plan}
    toBody={(text) => ({
      scheduling_mode: text('scheduling_mode') as SchedulingMode,
      planned_budget: amount(text('planned_budget')),
      actual_cost: amount(text('actual_cost')),
      budget_currency: text('budget_currency').toUpperCase() || null,
    })}
  >
    <Field label={texts.mode}>
      {(control) => (
        <Select {...control} name="scheduling_mode" defaultValue={settings.scheduling_mode}>
          {Object.entries(modeWords).map(([mode, words]) => (
            <option key={mode} value={mode}>
              {words}
            </option>
          ))}
        </Select>
      )}
    </Field>
    <div className="grid grid-cols-[1fr_1fr_96px] gap-x-3">
      <Field label={texts.planned}>
        {(control) => (
          <Input
            {...control}
            name="planned_budget"
            inputMode="decimal"
            defaultValue={settings.planned_budget ?? ''}
          />
        )}
      </Field>
      <Field label={texts.actual}>
        {(control) => (
          <Input
            {...control}
            name="actual_cost"
            inputMode="decimal"
            defaultValue={settings.actual_cost ?? ''}
          />
        )}
      </Field>
      <Field label={texts.currency}>
        {(control) => (
          <Input
            {...control}
            name="budget_currency"
            maxLength={3}
            placeholder="EUR"
            defaultValue={settings.budget_currency ?? ''}
          />
        )}
      </Field>
    </div>
  </SettingsForm>
)
