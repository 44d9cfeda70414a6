/**
 * FNV-1a over UTF-16 code units, 32 bits: the same text is the same seed everywhere. With `from`, the seed
 * of an earlier text, it is the seed of both together.
 */
export function seedOf(text: string, from = 0x811c9dc5): number {
  let hash = from
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  }
  return hash >>> 0
}

/**
 * Mulberry32 (Tommy Ettinger, public domain): numbers in [0, 1), the same ones for the same seed. The turn
 * counts from 0; without a generator that remembers it, millions of them take a third of the time.
 */
export function randomAt(seed: number, turn: number): number {
  const state = (seed + Math.imul(turn + 1, 0x6d2b79f5)) | 0
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
}
