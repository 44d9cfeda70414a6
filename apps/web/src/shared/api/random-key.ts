/**
 * A fresh key for one attempt to create something: the same attempt sent twice creates it once.
 * Not `crypto.randomUUID`, which a page served over plain HTTP from another host does not have.
 */
export function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
