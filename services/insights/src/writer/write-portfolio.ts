import type { Parts } from '@milepost/api-contracts/insights'
import { isOutside, type PortfolioLedger } from '#facts/portfolio-ledger.ts'
import type { ProjectLedger } from '#facts/project-ledger.ts'
import { utilizationLimit } from '#facts/utilization-fact.ts'
import { listed, parts } from './parts.ts'
import {
  blockedPhrase,
  declinePhrase,
  disagreementSentence,
  finishPhrase,
  overLimit,
  quoted,
} from './phrases.ts'

/** More than this nobody reads; the list of what needs attention has them all. */
const describedMax = 6
const listedMax = 8

/** The paragraphs of a portfolio: worst first, what is fine in one line, then teams and milestones. */
export function writePortfolio(portfolio: PortfolioLedger): Parts[][] {
  const outside = portfolio.projects.filter(isOutside)
  const untold = portfolio.projects.filter(({ computed_health }) => computed_health === 'unknown')
  const paragraphs = [
    portfolio.projects.length === 0
      ? [parts`Of the projects you can see ${portfolio.facts.active} are active.`]
      : [],
    // One each: a reader looks for a project's name where a paragraph starts.
    ...outside.slice(0, describedMax).map(outsideSentences),
    outside.length > describedMax
      ? [parts`In all ${portfolio.facts.outside} projects are outside their limits.`]
      : [],
    [...untold.slice(0, describedMax).flatMap(untoldSentences), ...insideSentences(portfolio)],
    [...teamSentences(portfolio), ...milestoneSentences(portfolio)],
  ]
  return paragraphs.filter((sentences) => sentences.length > 0)
}

function outsideSentences(ledger: ProjectLedger): Parts[] {
  const { facts, evidence } = ledger
  const { completion, blocked } = facts
  const finish = finishPhrase(ledger)
  // Teams over their limit have a sentence of their own.
  const troubles = [
    blocked?.limit?.exceeded ? blockedPhrase(facts) : undefined,
    declinePhrase(facts),
  ].filter((trouble) => trouble !== undefined)

  const standing = [
    ...(completion ? [parts`is ${completion} complete`] : []),
    ...(finish ? [parts`will likely finish ${finish}`] : []),
  ]
  const opening = parts`${evidence.project.name} ${listed(standing)}`
  const disagreement = disagreementSentence(ledger)
  return [
    troubles.length > 0 ? parts`${opening}: ${sequence(troubles)}.` : parts`${opening}.`,
    ...(disagreement ? [disagreement] : []),
  ]
}

/** Clauses with commas of their own are kept apart by semicolons. */
const sequence = (clauses: readonly Parts[]): Parts =>
  clauses.reduce((before, clause, at) => (at === 0 ? clause : parts`${before}; ${clause}`), [])

function untoldSentences({ facts: { completion, history }, evidence }: ProjectLedger): Parts[] {
  if (!history) return []
  const opening = completion
    ? parts`${evidence.project.name} is ${completion} complete`
    : parts`${evidence.project.name} has begun`
  return [parts`${opening}; with ${history} of history its finish cannot be judged yet.`]
}

function insideSentences({ projects, facts }: PortfolioLedger): Parts[] {
  const inside = projects.filter(({ computed_health }) => computed_health === 'green')
  const [only] = inside
  if (!only) return []
  const isEarly = inside.every(
    ({ forecast }) =>
      !('abstains' in forecast) &&
      forecast.reference === 'baseline' &&
      (forecast.working_days_late ?? 1) <= 0,
  )
  const where = isEarly ? 'baseline' : 'limits'
  if (inside.length === 1) return insideSentence(only, where)
  const named = inside.flatMap(({ evidence, facts: { completion } }) =>
    completion ? [parts`${evidence.project.name} at ${completion}`] : [],
  )
  const opening =
    inside.length === projects.length
      ? parts`All ${facts.inside} active projects are inside their ${where}`
      : parts`The other ${facts.inside} are inside their ${where}`
  return [named.length <= listedMax ? parts`${opening}: ${listed(named)}.` : parts`${opening}.`]
}

const insideSentence = ({ evidence, facts: { completion } }: ProjectLedger, where: string) =>
  completion ? [parts`${evidence.project.name}, at ${completion}, is inside its ${where}.`] : []

const teamSentences = ({ teams }: PortfolioLedger): Parts[] =>
  teams
    .filter(({ utilization }) => utilization.limit?.exceeded)
    .map(
      ({ name, utilization }) =>
        parts`${name} is at ${utilization} utilization, ${overLimit(utilizationLimit)}.`,
    )

/** The earliest of all projects. */
function milestoneSentences({ projects }: PortfolioLedger): Parts[] {
  const upcoming = projects.flatMap(({ evidence, facts: { next_milestone: fact } }) => {
    const [name] = fact?.names ?? []
    const due = evidence.milestones.find((milestone) => milestone.name === name)?.due_date
    return fact && name && due ? [{ project: evidence.project.name, name, due, fact }] : []
  })
  const [next] = upcoming.sort((a, b) => (a.due < b.due ? -1 : 1))
  return next
    ? [parts`The next milestone is ${quoted(next.name)} in ${next.project}, due ${next.fact}.`]
    : []
}
