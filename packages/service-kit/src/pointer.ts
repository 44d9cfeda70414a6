/** A JSON pointer as a URI fragment (RFC 6901 §6): `#` is the whole document, `#/` a member without a name. */
export const pointerTo = (path: readonly PropertyKey[]): string =>
  ['#', ...path.map((name) => encodeURIComponent(escaped(String(name))))].join('/')

const escaped = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1')
