import type { Card } from '@milepost/api-contracts/tasks'
import { daysBetween } from '#shared/format/dates.ts'

export type DueState = 'late' | 'soon' | 'later' | 'over'

/** Close enough to plan the week around it. */
const soonDays = 5

/** How pressing a date is, read on the day `today`. */
export function dueState(
  { status }: Pick<Card, 'status'>,
  dueDate: string,
  today: string,
): DueState {
  if (status === 'done' || status === 'cancelled') return 'over'
  const left = daysBetween(today, dueDate)
  if (left < 0) return 'late'
  return left <= soonDays ? 'soon' : 'later'
}
