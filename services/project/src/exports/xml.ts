/** An element with a value; nothing for one without. */
export const element = (name: string, value: string | number | null | undefined): string =>
  value === null || value === undefined || value === ''
    ? ''
    : `<${name}>${escaped(value)}</${name}>`

/** An element with others in it. */
export const xml = (name: string, children: readonly string[]): string =>
  `<${name}>${children.join('')}</${name}>`

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** What XML 1.0 has no way to write is left out; line ends keep their place. */
const escaped = (value: string | number) =>
  String(value)
    .replaceAll(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll(/[&<>]/g, (character) => entities[character] ?? '')
    .replaceAll(/^[\t\n\r ]+|[\t\n\r ]+$/g, (space) =>
      [...space].map((character) => `&#${character.charCodeAt(0)};`).join(''),
    )
    .replaceAll('\r', '&#13;')
