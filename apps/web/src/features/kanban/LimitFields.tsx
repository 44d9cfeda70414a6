import type { CreateColumn } from '@milepost/api-contracts/columns'
import { Field } from '#shared/ui/Field.tsx'
import { Input } from '#shared/ui/Input.tsx'
import { Select } from '#shared/ui/Select.tsx'
import { texts } from './texts.ts'

export type Limits = Pick<CreateColumn, 'wip_limit' | 'wip_blocks'>

export interface TypedLimits {
  /** As it was typed; empty for no limit. */
  limit: string
  blocks: boolean
}

const limitMax = 999

/** Undefined when what was typed is no limit. */
export function readLimits({ limit, blocks }: TypedLimits): Limits | undefined {
  if (limit.trim() === '') return { wip_limit: null, wip_blocks: false }
  const count = Number(limit)
  const fits = Number.isInteger(count) && count >= 1 && count <= limitMax
  return fits ? { wip_limit: count, wip_blocks: blocks } : undefined
}

interface LimitFieldsProps {
  typed: TypedLimits
  onTyped: (typed: TypedLimits) => void
}

/** How many cards a column is to hold, and what happens with one more. */
export const LimitFields = ({ typed, onTyped }: LimitFieldsProps) => (
  <>
    <Field
      label={texts.limitLabel}
      hint={texts.limitHint}
      error={readLimits(typed) ? undefined : texts.limitBad(limitMax)}
    >
      {(control) => (
        <Input
          {...control}
          inputMode="numeric"
          value={typed.limit}
          onChange={(event) => onTyped({ ...typed, limit: event.target.value })}
        />
      )}
    </Field>
    {typed.limit.trim() !== '' && (
      <Field label={texts.whenFull}>
        {(control) => (
          <Select
            {...control}
            value={typed.blocks ? 'block' : 'warn'}
            onChange={(event) => onTyped({ ...typed, blocks: event.target.value === 'block' })}
          >
            <option value="warn">{texts.warns}</option>
            <option value="block">{texts.blocks}</option>
          </Select>
        )}
      </Field>
    )}
  </>
)
