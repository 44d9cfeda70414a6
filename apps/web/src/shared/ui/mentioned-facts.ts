import type { Fact, Insight, Parts } from '@milepost/api-contracts/insights'

/** The facts that a reader meets in an insight's text. The ledger behind it holds more. */
export function mentionedFacts({ facts, attention, paragraphs }: Insight): Fact[] {
  const sentences: Parts[] = [
    ...attention.map(({ parts }) => parts),
    ...paragraphs.flatMap((paragraph) => paragraph.sentences.map(({ parts }) => parts)),
  ]
  const mentioned = new Set(sentences.flat().flatMap((part) => ('fact' in part ? [part.fact] : [])))
  return facts.filter(({ key }) => mentioned.has(key))
}
