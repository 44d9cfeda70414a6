import type { Vocabulary } from './vocabulary.ts'

type Name = Vocabulary['names'][number]

interface Reading {
  /** In the order they stand. */
  names: Name[]
  /** What stands in quotation marks. */
  quotes: string[]
  /** "10%", "2", "twelve": numbers that cite nothing. */
  numbers: string[]
  /** Dates, colours of health and capitals that cite nothing. */
  strays: string[]
}

const numberPattern = /[−+-]?\d+(?:[.,:]\d+)*\s?%?/g
const numberWords =
  /\b(?:zero|none|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|dozen|half|twice|double|triple|per ?cent)\b/gi
const dateWords =
  /\b(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|yesterday|tomorrow)\b/g
const healthWords = /\b(?:green|amber|red)\b/gi
/** A capital where no sentence begins is a name. */
const capitals = /(?<=[^\s.!?:“]\s+|[(/-])\p{Lu}[\p{L}\d]*/gu

/** Takes a text part apart: names and quotations first, so that only what is left must prove itself. */
export function readText(
  text: string,
  known: readonly Name[],
  { startsSentence = true }: { startsSentence?: boolean } = {},
): Reading {
  const quotes = [...text.matchAll(/“([^”]*)”/g)].map(([, quote]) => quote ?? '')
  // The fact that stands before it counts as a word.
  let rest = (startsSentence ? '' : '·') + text.replaceAll(/“[^”]*”/g, '“”')
  const found: { at: number; name: Name }[] = []
  for (const name of known) {
    for (let at = rest.indexOf(name.text); at !== -1; at = rest.indexOf(name.text, at + 1)) {
      if (!isWhole(rest, at, name.text.length)) continue
      found.push({ at, name })
      // Same length, so that positions stay; no letter, so that nothing matches again.
      rest = rest.slice(0, at) + '·'.repeat(name.text.length) + rest.slice(at + name.text.length)
    }
  }
  return {
    names: found.sort((a, b) => a.at - b.at).map(({ name }) => name),
    quotes,
    numbers: [...matches(rest, numberPattern), ...matches(rest, numberWords)],
    strays: [
      ...matches(rest, dateWords),
      ...matches(rest, healthWords),
      ...matches(rest, capitals),
      ...matches(rest, /[“”]/g).slice(quotes.length * 2),
      ...matches(rest, /%/g).slice(matches(rest, /\d\s?%/g).length),
    ],
  }
}

const matches = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map(([match]) => match.trim())

const isWhole = (text: string, at: number, length: number) =>
  !isWordCharacter(text[at - 1]) && !isWordCharacter(text[at + length])

const isWordCharacter = (character: string | undefined) =>
  character !== undefined && /[\p{L}\d]/u.test(character)
