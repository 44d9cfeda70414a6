import { addDays, mondayOf } from '#weeks/iso-week.ts'

const fullWeeks = 4

/** The last four full ISO weeks before the one that `today` is in: Mondays, the second not included. */
export function utilizationPeriod(today: string): { from: string; until: string } {
  const until = mondayOf(today)
  return { from: addDays(until, -7 * fullWeeks), until }
}
