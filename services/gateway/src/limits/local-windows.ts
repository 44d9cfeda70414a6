/** A counted request: how many there were in its window, and when that ends. */
export interface Counted {
  count: number
  /** Milliseconds. */
  endsInMs: number
}

/** Some 100 bytes each. */
const windowsMax = 50_000

/** Counts in this process alone, going on from what it knows: what is left of the limit while Redis is away. */
export function localWindows(lengthMs: number, now = () => performance.now()) {
  const windows = new Map<string, { count: number; endsAt: number }>()

  function put(key: string, count: number, endsAt: number): void {
    windows.delete(key)
    windows.set(key, { count, endsAt })
    // The least recently used first. One that has ended in between is found when it is next used.
    for (const [oldest, window] of windows) {
      if (window.endsAt > now() && windows.size <= windowsMax) break
      windows.delete(oldest)
    }
  }

  return {
    count(key: string): Counted {
      const at = now()
      const known = windows.get(key)
      const { count, endsAt } =
        known && known.endsAt > at ? known : { count: 0, endsAt: at + lengthMs }
      put(key, count + 1, endsAt)
      return { count: count + 1, endsInMs: endsAt - at }
    },
    /** What Redis said last. */
    know: (key: string, { count, endsInMs }: Counted) => put(key, count, now() + endsInMs),
  }
}
