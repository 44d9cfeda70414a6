import type { WeekStatus } from '@milepost/api-contracts/timesheets'
import type { WeeklySummary } from '@milepost/db-schemas/timesheets'
import { conflict } from '@milepost/service-kit/problem'
import { isoWeekOf } from '#weeks/iso-week.ts'

/** Whether hours are with the approver, or settled. A week that was sent back is open again. */
export const isLocked = (status: WeekStatus) => status === 'submitted' || status === 'approved'

/** Nobody can say yet what they worked in a week that is still to come. */
export const hasBegun = (monday: string, today: string) => monday <= today

/** Throws 409 for a week whose hours cannot change. */
export function refuseLocked({ week_start, status, revision }: WeeklySummary): void {
  if (!isLocked(status)) return
  const current = { week: isoWeekOf(week_start), status, revision }
  throw conflict('week-locked', `This week is ${status}, so its hours cannot change.`, current)
}
