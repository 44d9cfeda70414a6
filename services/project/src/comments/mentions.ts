/** A mention as a comment's markdown carries it: `[@Sara Andersson](mention:<user id>)`. */
const mention = /\[@[^\]]{1,200}\]\(mention:([0-9a-f-]{36})\)/g

/** The ids of the people a comment names, each once. */
export const mentionedIds = (body: string): string[] => [
  ...new Set([...body.matchAll(mention)].flatMap(([, id]) => (id === undefined ? [] : [id]))),
]

/** A comment's words without their markup, at most `length` characters. */
export function excerpt(body: string, length = 140): string {
  const words = body.replaceAll(mention, (text) => text.slice(1, text.indexOf(']')))
  return words.length <= length ? words : `${words.slice(0, length - 1).trimEnd()}…`
}
