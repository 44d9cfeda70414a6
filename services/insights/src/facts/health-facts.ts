import type { ProjectEvidence } from '@milepost/api-contracts/evidence'
import type { Health } from '@milepost/api-contracts/projects'
import type { RuleVerdict } from '@milepost/api-contracts/risk-rules'
import type { Measurement } from './fact.ts'
import { countText, longDateText } from './text.ts'
import { dateOf, fullDays } from './working-days.ts'

/** The computed health as it was stored last. */
export interface ComputedSince {
  computed_health: Health
  changed_at: string
}

/** What the manager says; undefined when nothing was declared. */
export function declaredFact({ project }: ProjectEvidence): Measurement | undefined {
  const { declared_health, health_declared_at, manager } = project
  if (declared_health === 'unknown') return undefined
  return {
    metric: 'declared_health',
    label: 'Declared health',
    text: declared_health,
    value: null,
    unit: 'health',
    method: 'What the manager of the project declared.',
    operands: [
      ...(manager ? [{ label: 'Manager', value: manager.display_name }] : []),
      ...(health_declared_at
        ? [{ label: 'Declared', value: longDateText(dateOf(health_declared_at)) }]
        : []),
      { label: 'Health', value: declared_health },
    ],
  }
}

const outcome = ({ fired, value }: RuleVerdict) =>
  fired === null ? 'abstains' : `${value}, ${fired ? 'over its limit' : 'within its limit'}`

/** What the rules say; undefined when they cannot tell. */
export function computedFact(
  health: Health,
  verdicts: readonly (RuleVerdict & { title: string })[],
): Measurement | undefined {
  if (health === 'unknown') return undefined
  return {
    metric: 'computed_health',
    label: 'Computed health',
    text: health,
    value: null,
    unit: 'health',
    method:
      'Green while no rule is over its limit, amber with any, red when the slippage is over twice its limit or the project is both late and blocked.',
    operands: [
      ...verdicts.map((verdict) => ({ label: verdict.title, value: outcome(verdict) })),
      { label: 'Health', value: health },
    ],
  }
}

/** For how long declared and computed health have differed; undefined while they agree. */
export function disagreementFact(
  { project, as_of }: ProjectEvidence,
  computed: Health,
  since: ComputedSince | undefined,
): Measurement | undefined {
  const { declared_health, health_declared_at } = project
  if (declared_health === 'unknown' || computed === 'unknown') return undefined
  if (declared_health === computed) return undefined
  const computedAt = since?.computed_health === computed ? since.changed_at : as_of
  const from = [computedAt, health_declared_at ?? computedAt].sort(byInstant).at(-1) ?? computedAt
  const days = Math.max(0, fullDays(from, as_of))
  return {
    metric: 'disagreement',
    label: 'Declared and computed health differ',
    text: countText(days, 'day'),
    value: days,
    unit: 'days',
    method: 'Full days since the later of the two came to be what it is.',
    operands: [
      { label: `Declared ${declared_health}`, value: dayOf(health_declared_at) },
      { label: `Computed ${computed}`, value: dayOf(computedAt) },
      { label: 'Difference', value: countText(days, 'day') },
    ],
  }
}

const byInstant = (a: string, b: string) => Date.parse(a) - Date.parse(b)

const dayOf = (instant: string | null) =>
  instant === null ? 'date unknown' : longDateText(dateOf(instant))
