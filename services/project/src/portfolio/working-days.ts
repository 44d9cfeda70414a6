import { addDays } from '#calendar-day.ts'

/** Mondays to Fridays from `first` to `last`, both included; 0 when `last` is before `first`. */
export function workingDays(first: string, last: string): number {
  if (last < first) return 0
  const total = Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000) + 1
  const wholeWeeks = Math.floor(total / 7)
  const rest = Array.from({ length: total % 7 }, (_, day) => addDays(first, day))
  return wholeWeeks * 5 + rest.filter(isWorkingDay).length
}

const isWorkingDay = (day: string) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())

/** Share of the planned working days that are over before `today`, 0–100 with one decimal. */
export function plannedPercentage(
  { start_date, finish_date }: { start_date: string | null; finish_date: string | null },
  today: string,
): number | null {
  if (start_date === null || finish_date === null) return null
  const planned = workingDays(start_date, finish_date)
  if (planned === 0) return today > finish_date ? 100 : 0
  const over = Math.min(workingDays(start_date, addDays(today, -1)), planned)
  return Math.round((1000 * over) / planned) / 10
}
