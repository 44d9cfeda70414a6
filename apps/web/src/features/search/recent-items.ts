/** What the reader chose in the palette before, the latest first; kept in this browser. */
export interface RecentItem {
  id: string
  label: string
  detail: string
  to: string
}

const storageKey = 'milepost.recent'
const recentMax = 6

const isRecent = (item: unknown): item is RecentItem =>
  typeof item === 'object' &&
  item !== null &&
  ['id', 'label', 'detail', 'to'].every(
    (name) => typeof (item as Record<string, unknown>)[name] === 'string',
  )

/** Of one person: a browser may have several. What cannot be read is as if nothing was kept. */
export function recentItems(readerId: string): RecentItem[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(`${storageKey}.${readerId}`) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isRecent).slice(0, recentMax) : []
  } catch {
    // Translates: a text of another version, or no storage at all, is no list.
    return []
  }
}

export function itemChosen(readerId: string, { id, label, detail, to }: RecentItem): void {
  const others = recentItems(readerId).filter((kept) => kept.id !== id)
  const items = [{ id, label, detail, to }, ...others].slice(0, recentMax)
  localStorage.setItem(`${storageKey}.${readerId}`, JSON.stringify(items))
}
