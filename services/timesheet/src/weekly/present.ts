import type { WeekSummaryView } from '@milepost/api-contracts/timesheets'
import { isoWeekOf } from '#weeks/iso-week.ts'
import type { DecidedWeek } from './queries.ts'

/** A week as one line. One that nothing was ever entered into is a draft. */
export function presentWeek(
  monday: string,
  week: DecidedWeek | undefined,
  total_minutes: number,
): WeekSummaryView {
  return {
    week: isoWeekOf(monday),
    status: week?.status ?? 'draft',
    revision: week?.revision ?? 1,
    total_minutes,
    submitted_at: week?.submitted_at?.toISOString() ?? null,
    decided_at: week?.decided_at?.toISOString() ?? null,
    decided_by:
      week?.decided_by && week.decider !== null
        ? { id: week.decided_by, display_name: week.decider }
        : null,
    decision_reason: week?.decision_reason ?? null,
  }
}
