/** The date an instant falls on, in UTC. */
export const dayOf = (instant: Date): string => instant.toISOString().slice(0, 10)

/** `days` later, or earlier when negative. */
export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return dayOf(date)
}

/** Monday of the ISO week that the day is in. */
export function weekStart(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return addDays(day, -((weekday + 6) % 7))
}

/** Mondays of the last `count` ISO weeks, oldest first, the running one last. */
export const lastWeeks = (today: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => addDays(weekStart(today), 7 * (index - count + 1)))
