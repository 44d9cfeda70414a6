import { weekdayOf } from '#weeks/iso-week.ts'

export interface Capacity {
  weekly_minutes: number
  /** In force from this date until the next one starts. */
  valid_from: string
}

export interface Absence {
  absent_on: string
  minutes: number
}

/**
 * Contracted minutes of one day: a fifth of the week from Monday to Friday, less absences. Null when
 * nothing was agreed for that day. Several capacities come in any order.
 */
export function capacityOn(
  date: string,
  capacities: readonly Capacity[],
  absences: readonly Absence[],
): number | null {
  const inForce = capacities
    .filter(({ valid_from }) => valid_from <= date)
    .reduce<Capacity | undefined>(
      (latest, one) => (latest && latest.valid_from > one.valid_from ? latest : one),
      undefined,
    )
  if (!inForce) return null
  if (weekdayOf(date) > 4) return 0
  const absent = absences.find(({ absent_on }) => absent_on === date)?.minutes ?? 0
  return Math.max(0, Math.round(inForce.weekly_minutes / 5) - absent)
}
