import type { PortfolioProject } from '@milepost/api-contracts/portfolio'
import { addDays, daysBetween } from '#shared/format/dates.ts'

/** One time axis for all rows of a table, so that their bands compare. */
export interface ForecastScale {
  from: string
  to: string
  /** The first day of each month inside. */
  months: string[]
}

/** A reference this far back is drawn at the left edge, or one old plan would squeeze everything else. */
const lookBackDays = 92

/** From the month of today, or of the oldest reference, to the end of the month of the last date. */
export function forecastScale(projects: readonly PortfolioProject[], today: string): ForecastScale {
  const dates = projects.flatMap(({ forecast, baseline_finish_date, finish_date }) => [
    ...('p85' in forecast ? [forecast.p50, forecast.p85] : []),
    baseline_finish_date ?? finish_date ?? today,
  ])
  const oldest = addDays(today, -lookBackDays)
  const first = [today, ...dates.filter((date) => date >= oldest)].sort()[0] ?? today
  const last = [today, ...dates].sort().at(-1) ?? today
  const from = firstOfMonth(first)
  const to = nextMonth(last)
  const months: string[] = []
  for (let month = nextMonth(first); month < to; month = nextMonth(month)) months.push(month)
  return { from, to, months }
}

/** 0–100 from left to right; a date outside lies on the edge. */
export function positionOf({ from, to }: Pick<ForecastScale, 'from' | 'to'>, date: string): number {
  const share = daysBetween(from, date) / daysBetween(from, to)
  return Math.max(0, Math.min(1, share)) * 100
}

export const firstOfMonth = (date: string) => `${date.slice(0, 7)}-01`
export const nextMonth = (date: string) => firstOfMonth(addDays(firstOfMonth(date), 31))
