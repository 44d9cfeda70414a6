import type { ProjectEvidence } from '@milepost/api-contracts/evidence'
import { dayText } from './text.ts'
import { daysBetween } from './working-days.ts'

type Kept = 'completion_percentage' | 'blocked_count' | 'overdue_count'

/** How a number moved, a point per week counted back from the newest snapshot, oldest first. */
export function snapshotHistory({ snapshots }: ProjectEvidence, kept: Kept) {
  const newest = snapshots.at(-1)
  if (!newest) return null
  const history = snapshots.flatMap((snapshot) => {
    const value = snapshot[kept]
    const isWeekly = daysBetween(snapshot.snapshot_on, newest.snapshot_on) % 7 === 0
    if (!isWeekly || value === null) return []
    return [{ label: dayText(snapshot.snapshot_on), value }]
  })
  return history.length > 1 ? history : null
}
