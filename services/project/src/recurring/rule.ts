import { toDate, toDay } from '@milepost/schedule/day-number'
import { expandRule } from './expand-rule.ts'
import { parseRule } from './parse-rule.ts'

/** How far ahead a date is looked for: what has none by then has ended. */
const horizonDays = 3_653

interface Series {
  rule: string
  starts_on: string
}

/** Why a text is no rule that is kept here; undefined for one that is. */
export function refuseRule(text: string): string | undefined {
  const rule = parseRule(text)
  return 'problem' in rule ? rule.problem : undefined
}

/** The first date of the series on or after a day; null when there is none within ten years. */
export const nextDate = (series: Series, from: string): string | null =>
  datesUntil(series, { from, until: from, max: 0 }).next

/** The dates from one day to another, at most so many, and the one that follows them. */
export function datesUntil(
  { rule: text, starts_on }: Series,
  { from, until, max }: { from: string; until: string; max: number },
): { dates: string[]; next: string | null } {
  const rule = parseRule(text)
  if ('problem' in rule) throw new Error(`a rule was kept that is none: ${rule.problem}`)
  const [start, first] = [toDay(starts_on), toDay(from)]
  const dates: string[] = []
  for (const day of expandRule(rule, { start, horizon: Math.max(start, first) + horizonDays })) {
    if (day < first) continue
    const date = toDate(day)
    if (date > until || dates.length === max) return { dates, next: date }
    dates.push(date)
  }
  return { dates, next: null }
}
