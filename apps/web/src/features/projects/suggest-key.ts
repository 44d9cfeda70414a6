/** A key for a name: initials of several words, else the first letters. "Cloud Migration Planning" → "CMP". */
export function suggestKey(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .split(/[^A-Z0-9]+/u)
    .filter((word) => /^[A-Z]/.test(word))
  const initials = words.map((word) => word.charAt(0)).join('')
  const key = initials.length >= 2 ? initials : (words[0] ?? '')
  return key.slice(0, initials.length >= 2 ? 4 : 3)
}
