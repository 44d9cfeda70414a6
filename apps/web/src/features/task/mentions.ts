import type { PersonRef } from '@milepost/api-contracts/common'

/** A mention as a comment's markdown carries it. */
const markup = /\[@([^\]]{1,200})\]\(mention:([0-9a-f-]{36})\)/g

/** The names a person may be mentioned by, as they stand in a text: "@Sara Andersson". */
const written = ({ display_name }: PersonRef) => `@${display_name.replaceAll(/[[\]]/g, '')}`

/** What was typed, with each mention of these people as markup. Longer names first: one may begin another. */
export function toMarkup(text: string, people: readonly PersonRef[]): string {
  const longestFirst = [...people].sort(
    (one, other) => other.display_name.length - one.display_name.length,
  )
  const parts = longestFirst.map((person) => ({ name: written(person), id: person.id }))
  let result = ''
  for (let at = 0; at < text.length; ) {
    const found = parts.find(({ name }) => text.startsWith(name, at))
    result += found ? `[${found.name}](mention:${found.id})` : text[at]
    at += found?.name.length ?? 1
  }
  return result
}

/** A comment's markdown as one edits it, and whom it names. */
export function fromMarkup(body: string): { text: string; people: PersonRef[] } {
  const people = [...body.matchAll(markup)].map(([, display_name = '', id = '']) => ({
    id,
    display_name,
  }))
  return { text: body.replaceAll(markup, (_, name: string) => `@${name}`), people }
}

interface Asked {
  /** Where the @ stands. */
  from: number
  query: string
}

/** The mention that is being typed before the caret, if one is. */
export function mentionAt(text: string, caret: number): Asked | null {
  const [, query] =
    /(?:^|[\s(])@([\p{L}\p{M}\p{N}'’.-]*(?: [\p{L}\p{M}\p{N}'’.-]*)?)$/u.exec(
      text.slice(0, caret),
    ) ?? []
  if (query === undefined) return null
  return { from: caret - query.length - 1, query }
}

const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** Up to six people one of whose names begins so, in the order given. */
export function peopleFor(query: string, members: readonly PersonRef[]): PersonRef[] {
  const wanted = plain(query)
  return members
    .filter(({ display_name }) => {
      const name = plain(display_name)
      return name.startsWith(wanted) || name.split(' ').some((part) => part.startsWith(wanted))
    })
    .slice(0, 6)
}

/** The text with the person in place of what was typed, and where the caret then stands. */
export function insertMention(
  text: string,
  { from, query }: Asked,
  person: PersonRef,
): { text: string; caret: number } {
  const inserted = `${written(person)} `
  const after = text.slice(from + 1 + query.length).replace(/^ /, '')
  return { text: text.slice(0, from) + inserted + after, caret: from + inserted.length }
}
