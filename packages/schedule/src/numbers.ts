/** What `Int32Array.from` with a function does, ten times as fast: no iterator, no list in between. */
export function numbers(length: number, valueAt: (index: number) => number): Int32Array {
  const values = new Int32Array(length)
  for (let index = 0; index < length; index++) values[index] = valueAt(index)
  return values
}
