import { clsx } from 'clsx'
import { useState } from 'react'
import { buttonClass } from '#shared/ui/button-class.ts'
import { Field } from '#shared/ui/Field.tsx'
import { Input } from '#shared/ui/Input.tsx'
import { Select } from '#shared/ui/Select.tsx'
import {
  parseRhythm,
  placeNames,
  type Rhythm,
  rhythmFrom,
  sayRule,
  toRule,
  weekdayNames,
} from './rule-words.ts'
import { texts } from './texts.ts'

interface RuleFieldsProps {
  rule: string
  startsOn: string
  onChange: (rule: string) => void
}

/** A rule, asked for in words. */
export function RuleFields({ rule, startsOn, onChange }: RuleFieldsProps) {
  const suggested = rhythmFrom(startsOn)
  const known = parseRhythm(rule, suggested)
  const [rhythm, setRhythm] = useState<Rhythm>(known ?? suggested)
  const [other, setOther] = useState(known === undefined)

  function change(changed: Partial<Rhythm>) {
    const next = { ...rhythm, ...changed }
    setRhythm(next)
    setOther(false)
    onChange(toRule(next))
  }
  const every = other ? 'other' : rhythm.every
  const hasInterval = !other && rhythm.every !== 'weekday'
  return (
    <>
      <div className={hasInterval ? 'grid grid-cols-[1fr_120px] gap-x-3' : undefined}>
        <Field label={texts.every} hint={other ? texts.ruleHint : sayRule(rule, startsOn)}>
          {(control) => (
            <Select
              {...control}
              value={every}
              onChange={({ target }) =>
                target.value === 'other'
                  ? setOther(true)
                  : change({ every: target.value as Rhythm['every'] })
              }
            >
              {Object.entries(texts.choices).map(([value, words]) => (
                <option key={value} value={value}>
                  {words}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {hasInterval && (
          <Field label={texts.interval}>
            {(control) => (
              <Input
                {...control}
                type="number"
                min={1}
                max={99}
                value={rhythm.interval}
                onChange={({ target }) =>
                  change({ interval: Math.min(99, Math.max(1, target.valueAsNumber || 1)) })
                }
              />
            )}
          </Field>
        )}
      </div>
      {every === 'week' && (
        <Weekdays chosen={rhythm.weekdays} onChange={(weekdays) => change({ weekdays })} />
      )}
      {every === 'month' && <PlacedWeekday rhythm={rhythm} onChange={change} />}
      {every === 'month_day' && (
        <Field label={texts.date}>
          {(control) => (
            <Select
              {...control}
              value={rhythm.date}
              className="max-w-40"
              onChange={({ target }) => change({ date: Number(target.value) })}
            >
              {[...Array.from({ length: 31 }, (_, index) => index + 1), -1].map((date) => (
                <option key={date} value={date}>
                  {date === -1 ? texts.lastDay : date}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      {other && (
        <Field label={texts.rule}>
          {(control) => (
            <Input
              {...control}
              value={rule}
              autoComplete="off"
              onChange={({ target }) => onChange(target.value.trim())}
            />
          )}
        </Field>
      )}
    </>
  )
}

interface WeekdaysProps {
  chosen: readonly number[]
  onChange: (weekdays: number[]) => void
}

/** At least one of them stays. */
const Weekdays = ({ chosen, onChange }: WeekdaysProps) => (
  <fieldset className="mt-3.5">
    <legend className="mb-1 font-medium">{texts.weekdays}</legend>
    <div className="flex flex-wrap gap-1">
      {weekdayNames.map((name, day) => {
        const on = chosen.includes(day)
        const next = on ? chosen.filter((one) => one !== day) : [...chosen, day]
        return (
          <button
            key={name}
            type="button"
            aria-pressed={on}
            aria-label={name}
            className={clsx(
              buttonClass({}),
              'w-13 px-0!',
              on && 'border-accent-line! bg-accent-soft! text-accent!',
            )}
            onClick={() => next.length > 0 && onChange(next)}
          >
            {name.slice(0, 3)}
          </button>
        )
      })}
    </div>
  </fieldset>
)

interface PlacedWeekdayProps {
  rhythm: Rhythm
  onChange: (changed: Partial<Rhythm>) => void
}

const PlacedWeekday = ({ rhythm, onChange }: PlacedWeekdayProps) => (
  <div className="grid grid-cols-2 gap-x-3">
    <Field label={texts.place}>
      {(control) => (
        <Select
          {...control}
          value={rhythm.place}
          onChange={({ target }) => onChange({ place: Number(target.value) })}
        >
          {[...placeNames].map(([place, name]) => (
            <option key={place} value={place}>
              {name}
            </option>
          ))}
        </Select>
      )}
    </Field>
    <Field label={texts.weekday}>
      {(control) => (
        <Select
          {...control}
          value={rhythm.weekdays[0] ?? 0}
          onChange={({ target }) => onChange({ weekdays: [Number(target.value)] })}
        >
          {weekdayNames.map((name, day) => (
            <option key={name} value={day}>
              {name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  </div>
)
