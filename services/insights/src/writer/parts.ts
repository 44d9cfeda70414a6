import type { Parts } from '@milepost/api-contracts/insights'
import type { LedgerFact } from '#facts/fact.ts'

/**
 * A sentence from a template: a fact stands as its text and cites itself, anything else as it is.
 * Neighbouring texts become one part.
 */
export function parts(strings: TemplateStringsArray, ...values: (string | LedgerFact | Parts)[]) {
  const all = strings.flatMap((text, at): Parts => [{ text }, ...partsOf(values[at] ?? '')])
  return joined(all)
}

const partsOf = (value: string | LedgerFact | Parts): Parts => {
  if (typeof value === 'string') return [{ text: value }]
  return Array.isArray(value) ? value : [{ text: value.text, fact: value.key }]
}

function joined(all: Parts): Parts {
  const result: Parts = []
  for (const part of all) {
    const last = result.at(-1)
    if (part.text === '') continue
    if (last && !('fact' in last) && !('fact' in part)) last.text += part.text
    else result.push({ ...part })
  }
  return result
}

/** "A", "A and B", "A, B and C" */
export const listed = (items: readonly Parts[]): Parts =>
  joined(
    items.flatMap((item, at) => [
      { text: at === 0 ? '' : at === items.length - 1 ? ' and ' : ', ' },
      ...item,
    ]),
  )
