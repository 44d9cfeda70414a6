/** "Priya Raman" → "P. Raman". One word, or an initial already, stays. */
export function shortName(name: string): string {
  const words = name.trim().split(/\s+/u)
  const last = words.at(-1)
  if (words.length < 2 || last === undefined) return name
  return `${[...(words[0] ?? '')][0]}. ${last}`
}
