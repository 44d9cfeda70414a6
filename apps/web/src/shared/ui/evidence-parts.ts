import type { FactTask, Parts } from '@milepost/api-contracts/insights'

export interface EvidencePart {
  /** Where it stands in its sentence, which is how it is known. */
  at: number
  text: string
  fact?: string
  /** Punctuation that must not leave the number for the next line. */
  tail: string
}

/** The parts of a sentence, each number with the punctuation that follows it. */
export function evidenceParts(parts: Parts): EvidencePart[] {
  return parts.map((part, at) => {
    const before = parts[at - 1]
    const afterNumber = before !== undefined && 'fact' in before
    const text = afterNumber && !('fact' in part) ? part.text.slice(leading(part.text)) : part.text
    const next = parts[at + 1]
    const tail =
      'fact' in part && next && !('fact' in next) ? next.text.slice(0, leading(next.text)) : ''
    return { at, text, tail, ...('fact' in part && { fact: part.fact }) }
  })
}

/** "+0 d", "0%": a task that is behind a number without moving it. */
export const addsNothing = ({ contribution }: Pick<FactTask, 'contribution'>) =>
  contribution !== null && /^[+−-]?0(?:\.0+)?(?:[\s%]|$)/.test(contribution)

const leading = (text: string) => /^[.,;:!?)\]]*/.exec(text)?.[0].length ?? 0
