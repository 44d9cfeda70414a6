import type { Parts } from '@milepost/api-contracts/insights'
import { historyWeeksMin } from '#facts/forecast.ts'
import type { ProjectFacts, ProjectLedger } from '#facts/project-ledger.ts'
import { utilizationLimit } from '#facts/utilization-fact.ts'
import { parts } from './parts.ts'
import {
  blockedPhrase,
  blockedReason,
  disagreementSentence,
  finishPhrase,
  noun,
  overLimit,
  quoted,
} from './phrases.ts'

/** The paragraphs of one project: where it stands, then what moves it. */
export const writeProject = (ledger: ProjectLedger): Parts[][] => [
  present([progress(ledger.facts), finish(ledger), health(ledger), blocked(ledger.facts)]),
  present([overdue(ledger.facts), pace(ledger.facts), team(ledger), milestone(ledger.facts)]),
]

const present = (sentences: readonly (Parts | undefined)[]): Parts[] =>
  sentences.filter((sentence) => sentence !== undefined)

function progress({ completion, planned }: ProjectFacts): Parts | undefined {
  if (!completion) return undefined
  return planned
    ? parts`The project is ${completion} complete against ${planned} planned.`
    : parts`The project is ${completion} complete.`
}

function finish(ledger: ProjectLedger): Parts | undefined {
  const { likely_finish, history, throughput, open } = ledger.facts
  const phrase = finishPhrase(ledger)
  if (phrase && open?.value === 0)
    return parts`Its last task was finished on ${likely_finish ?? ''}.`
  if (phrase) return parts`It will likely finish ${phrase}.`
  if (throughput && (history?.value ?? 0) >= historyWeeksMin) {
    return parts`Its finish cannot be forecast: it finishes ${throughput} ${noun(throughput, 'task')} a week.`
  }
  return history && parts`It is too early to forecast its finish: it has ${history} of history.`
}

function health(ledger: ProjectLedger): Parts | undefined {
  const { declared_health, computed_health, disagreement } = ledger.facts
  if (disagreement) return disagreementSentence(ledger)
  if (computed_health && declared_health) {
    return parts`Its manager declared it ${declared_health}, and the rules agree.`
  }
  if (computed_health) return parts`The rules compute its health as ${computed_health}.`
  return (
    declared_health &&
    parts`Its manager declared it ${declared_health}; the rules have too little to go by.`
  )
}

function blocked(facts: ProjectFacts): Parts | undefined {
  const phrase = blockedPhrase(facts)
  return phrase && parts`${phrase}${blockedReason(facts)}.`
}

function overdue({ overdue, open }: ProjectFacts): Parts | undefined {
  if (!overdue?.value || !open) return undefined
  return parts`Of ${open} open ${noun(open, 'task')}, ${overdue} ${overdue.value === 1 ? 'is' : 'are'} past the due date.`
}

function pace(facts: ProjectFacts): Parts | undefined {
  const { throughput, velocity, history } = facts
  if (!throughput || (history?.value ?? 0) < historyWeeksMin) return undefined
  const sentence = parts`It finishes ${throughput} ${noun(throughput, 'task')} a week`
  return velocity?.limit?.exceeded
    ? parts`${sentence}, and fewer of late: ${velocity} against the trailing mean.`
    : parts`${sentence}.`
}

function team({ facts: { utilization }, evidence }: ProjectLedger): Parts | undefined {
  if (!utilization) return undefined
  const side = utilization.limit?.exceeded ? `, ${overLimit(utilizationLimit)}` : ''
  return parts`Its team, ${evidence.project.team.name}, is at ${utilization} utilization${side}.`
}

function milestone({ next_milestone: next }: ProjectFacts): Parts | undefined {
  const [name] = next?.names ?? []
  return next && name !== undefined
    ? parts`The next milestone, ${quoted(name)}, is due ${next}.`
    : undefined
}
