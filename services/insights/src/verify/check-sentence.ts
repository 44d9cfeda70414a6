import type { Parts } from '@milepost/api-contracts/insights'
import type { LedgerFact } from '#facts/fact.ts'
import { withoutQuotes } from '#facts/text.ts'
import { readText } from './read-text.ts'
import { isNumber, type Vocabulary } from './vocabulary.ts'

/** Whom a sentence is about so far: the project and the team it named last. Names are not unique. */
export interface Topic {
  project_ids: readonly string[]
  team_ids: readonly string[]
}

export interface CheckedSentence {
  /** What is wrong with it; empty when every word of it is covered. */
  objections: string[]
  /** Numbers and dates in it, and those that are what the fact they cite says. */
  numbers: number
  verified: number
  topic: Topic
}

/**
 * Holds a sentence against the facts it cites. It must cite one at least; every number, percentage
 * and date must be a fact's own text (or a limit of a cited fact); every name must belong to a cited
 * fact; and a fact about a project or team must follow that name, so that two cannot be swapped.
 */
export function checkSentence(
  sentence: Parts,
  vocabulary: Vocabulary,
  start: Topic,
): CheckedSentence {
  const cited = sentence.flatMap((part) => vocabulary.facts.get(citation(part)) ?? [])
  const allowed = new Set(cited.flatMap((fact) => [...vocabulary.namesOf(fact)]))
  const quotable = new Set(
    cited.flatMap(({ names, tasks }) => [...names, ...tasks.map(titleOf)].map(withoutQuotes)),
  )
  const limits = new Set(cited.flatMap(limitNumbers))
  const objections: string[] = cited.length === 0 ? ['it cites nothing'] : []
  let topic = start
  let numbers = 0
  let verified = 0

  for (const [at, part] of sentence.entries()) {
    if ('fact' in part) {
      const fact = vocabulary.facts.get(part.fact)
      const objection = objectionTo(part, fact, topic)
      const counts = !fact || isNumber(fact)
      if (counts) numbers += 1
      if (objection) objections.push(objection)
      else if (counts) verified += 1
      continue
    }
    const reading = readText(part.text, vocabulary.names, { startsSentence: at === 0 })
    for (const { text, kind, ids } of reading.names) {
      if (!allowed.has(text)) objections.push(`“${text}” is not what it cites`)
      if (kind === 'project') topic = { ...topic, project_ids: ids }
      if (kind === 'team') topic = { ...topic, team_ids: ids }
    }
    const uncited = reading.numbers.filter((number) => !limits.has(number))
    numbers += uncited.length
    objections.push(...uncited.map((number) => `“${number}” cites nothing`))
    objections.push(...reading.strays.map((stray) => `“${stray}” cites nothing`))
    objections.push(
      ...reading.quotes
        .filter((quote) => !quotable.has(quote))
        .map(() => 'nobody wrote what it quotes'),
    )
  }
  return { objections, numbers, verified, topic }
}

const citation = (part: Parts[number]) => ('fact' in part ? part.fact : '')
const titleOf = ({ title }: { title: string }) => title

/** "10%" of "over 10%". */
const limitNumbers = ({ limit }: LedgerFact) => (limit ? readText(limit.text, []).numbers : [])

function objectionTo(
  { text, fact: key }: { text: string; fact: string },
  fact: LedgerFact | undefined,
  topic: Topic,
): string | undefined {
  if (!fact) return `there is no fact ${key}`
  if (text !== fact.text) return `“${text}” is not ${key}, which is “${fact.text}”`
  const { project_id, team_id } = fact
  if (project_id !== null) {
    return topic.project_ids.includes(project_id) ? undefined : `${key} is about another project`
  }
  return team_id === null || topic.team_ids.includes(team_id)
    ? undefined
    : `${key} is about another team`
}
