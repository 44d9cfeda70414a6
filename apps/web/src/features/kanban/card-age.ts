import type { Card } from '@milepost/api-contracts/tasks'
import { daysBetween } from '#shared/format/dates.ts'

/** From when on it is worth seeing that a card does not move, and from when on it is a worry. */
const [seenFromDays, longFromDays] = [5, 10]

/** How long a card has been in progress or in review; null while that is nothing to speak of. */
export function ageOf(
  { status, status_since }: Pick<Card, 'status' | 'status_since'>,
  today: string,
): { days: number; long: boolean } | null {
  if (status_since === undefined || (status !== 'in_progress' && status !== 'in_review'))
    return null
  const days = daysBetween(status_since, today)
  return days < seenFromDays ? null : { days, long: days >= longFromDays }
}
