import type { Attention, Fact, Insight, Parts } from '@milepost/api-contracts/insights'
import type { LedgerFact } from '#facts/fact.ts'

interface Mentions {
  kind: Insight['kind']
  paragraphs: Insight['paragraphs']
  attention: Attention[]
}

const citedIn = (parts: Parts) => parts.flatMap((part) => ('fact' in part ? part.fact : []))

/** The facts, counted from 1 in the order a reader meets them; those nobody mentions come last. */
export function numberFacts(
  facts: readonly LedgerFact[],
  { kind, paragraphs, attention }: Mentions,
): { fact: Fact; of: LedgerFact }[] {
  const inText = paragraphs.flatMap(({ sentences }) =>
    sentences.flatMap(({ parts }) => citedIn(parts)),
  )
  const inAttention = attention.flatMap(({ parts }) => citedIn(parts))
  // What needs attention stands above the summary on the portfolio page, and below it on a project's.
  const mentioned = kind === 'portfolio' ? [...inAttention, ...inText] : [...inText, ...inAttention]
  const byKey = new Map(facts.map((fact) => [fact.key, fact]))
  const order = [...new Set([...mentioned, ...byKey.keys()])]
  return order.flatMap((key, at) => {
    const of = byKey.get(key)
    if (!of) return []
    const { metric: _, task_ids: __, names: ___, ...fact } = of
    return [{ fact: { ...fact, index: at + 1 }, of }]
  })
}
