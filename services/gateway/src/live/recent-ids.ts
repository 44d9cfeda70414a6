/** Remembers the latest ids, so that what comes twice is noticed. */
export function recentIds(max: number) {
  const ids = new Set<string>()
  return {
    /** False when it was there already. */
    add(id: string): boolean {
      if (ids.has(id)) return false
      ids.add(id)
      if (ids.size > max) {
        for (const oldest of ids) {
          ids.delete(oldest)
          break
        }
      }
      return true
    },
  }
}
