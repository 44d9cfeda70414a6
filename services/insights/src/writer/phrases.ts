import type { Parts } from '@milepost/api-contracts/insights'
import type { LedgerFact } from '#facts/fact.ts'
import type { ProjectFacts, ProjectLedger } from '#facts/project-ledger.ts'
import { withoutQuotes } from '#facts/text.ts'
import { parts } from './parts.ts'

/** The noun as many need it. */
export const noun = ({ value }: LedgerFact, one: string): string => (value === 1 ? one : `${one}s`)

/** Somebody else's words stay in quotation marks, so that a reader and the verifier can tell them apart. */
export const quoted = (text: string): string => `“${withoutQuotes(text)}”`

/** "between 26 Mar and 23 Apr, at the earlier date 20 working days late against its baseline" */
export function finishPhrase({ facts, forecast }: ProjectLedger): Parts | undefined {
  const { likely_finish, late_finish, days_late } = facts
  if (!likely_finish || !late_finish || 'abstains' in forecast) return undefined
  const isOneDay = forecast.p50 === forecast.p85
  const span = isOneDay
    ? parts`on ${likely_finish}`
    : parts`between ${likely_finish} and ${late_finish}`
  if (!days_late) return span
  const against = forecast.reference === 'baseline' ? 'its baseline' : 'its plan'
  return isOneDay
    ? parts`${span}, ${days_late} against ${against}`
    : parts`${span}, at the earlier date ${days_late} against ${against}`
}

/** "4 tasks are blocked, the oldest for 12 days" */
export function blockedPhrase({ blocked, oldest_blocked }: ProjectFacts): Parts | undefined {
  if (!blocked || !oldest_blocked) return undefined
  return blocked.value === 1
    ? parts`${blocked} task is blocked, for ${oldest_blocked}`
    : parts`${blocked} tasks are blocked, the oldest for ${oldest_blocked}`
}

/** "Replacement drives not delivered", in the words of whoever blocked it; empty when there are none. */
export function blockedReason({ oldest_blocked }: ProjectFacts): string {
  const [reason] = oldest_blocked?.names ?? []
  return reason === undefined ? '' : `: ${quoted(reason)}`
}

/** "over the 10% limit", which is the limit of the fact that is cited before it. */
export const overLimit = (percentage: number): string => `over the ${percentage}% limit`

/** "it finishes fewer tasks than before, −43% against the trailing mean" */
export const declinePhrase = ({ velocity }: ProjectFacts): Parts | undefined =>
  velocity?.limit?.exceeded
    ? parts`it finishes fewer tasks than before, ${velocity} against the trailing mean`
    : undefined

/** "Its manager declared it green; the rules compute amber, and have for 8 days." */
export function disagreementSentence({ facts }: ProjectLedger): Parts | undefined {
  const { declared_health, computed_health, disagreement } = facts
  if (!declared_health || !computed_health || !disagreement) return undefined
  const sentence = parts`Its manager declared it ${declared_health}; the rules compute ${computed_health}`
  return (disagreement.value ?? 0) > 0
    ? parts`${sentence}, and have for ${disagreement}.`
    : parts`${sentence}.`
}
