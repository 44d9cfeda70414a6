/** A counted request: how many there were in its window, and when that ends. */
export interface Counted {
  count: number
  /** Milliseconds. */
  endsInMs: number
}

/** Some 100 bytes each. */
const windowsMax = 50_000

/** Counts in this process alone: what is left of the limit while Redis is away. */
export function localWindows(lengthMs: number, now = () => performance.now()) {
  const windows = new Map<string, { count: number; endsAt: number }>()

  return (key: string): Counted => {
    const at = now()
    let window = windows.get(key)
    if (!window || window.endsAt <= at) {
      windows.delete(key)
      window = { count: 0, endsAt: at + lengthMs }
      windows.set(key, window)
      // In order of insertion, so the first to end come first.
      for (const [oldest, { endsAt }] of windows) {
        if (endsAt > at && windows.size <= windowsMax) break
        windows.delete(oldest)
      }
    }
    window.count++
    return { count: window.count, endsInMs: window.endsAt - at }
  }
}
