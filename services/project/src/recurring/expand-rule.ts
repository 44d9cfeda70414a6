import { toDate, toDay } from '@milepost/schedule/day-number'
import type { Rule, RuleDay } from './parse-rule.ts'

/** 1970-01-01 was a Thursday. From 0, Monday. */
const weekdayOf = (day: number) => (((day + 3) % 7) + 7) % 7
const dayIn = (year: number, month: number, date: number) =>
  toDay(`${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`)
const monthStart = (year: number, month: number) =>
  month > 12 ? dayIn(year + 1, month - 12, 1) : dayIn(year, month, 1)
const monthOf = (day: number) => Number(toDate(day).slice(5, 7))

const range = (first: number, beyond: number) =>
  Array.from({ length: Math.max(0, beyond - first) }, (_, index) => first + index)

/**
 * The dates of a rule from its start to a horizon, as day numbers in order. Goes through periods, not through
 * matches: a rule that never has a date, such as the 30th of February, ends at the horizon too.
 */
export function* expandRule(
  rule: Rule,
  { start, horizon }: { start: number; horizon: number },
): Generator<number> {
  const last = Math.min(rule.until, horizon)
  let count = 0
  for (let period = 0; ; period += rule.interval) {
    const { first, beyond } = periodAt(rule, start, period)
    if (first > last) return
    for (const day of placed(rule, datesIn(rule, start, { first, beyond }))) {
      if (day < start) continue
      if (day > last || count === rule.count) return
      count += 1
      yield day
    }
  }
}

interface Period {
  first: number
  /** The first day after it. */
  beyond: number
}

function periodAt({ freq, weekStart }: Rule, start: number, index: number): Period {
  const [year = 0, month = 0] = toDate(start).split('-').map(Number)
  switch (freq) {
    case 'DAILY':
      return { first: start + index, beyond: start + index + 1 }
    case 'WEEKLY': {
      const first = start - ((weekdayOf(start) - weekStart + 7) % 7) + index * 7
      return { first, beyond: first + 7 }
    }
    case 'MONTHLY': {
      const [inYear, inMonth] = [
        year + Math.floor((month - 1 + index) / 12),
        (month - 1 + index) % 12,
      ]
      return { first: monthStart(inYear, inMonth + 1), beyond: monthStart(inYear, inMonth + 2) }
    }
    default:
      return { first: monthStart(year + index, 1), beyond: monthStart(year + index, 13) }
  }
}

/** The dates of one period: the table of RFC 5545 §3.3.10, column by column. */
function datesIn(rule: Rule, start: number, period: Period): number[] {
  const { freq, days, monthDays, months } = rule
  const said = { days: days.length > 0, monthDays: monthDays.length > 0, months: months.length > 0 }
  const all = range(period.first, period.beyond).filter(
    (day) => !said.months || months.includes(monthOf(day)),
  )
  if (said.monthDays || said.days) {
    return all.filter(
      (day) =>
        (!said.monthDays || isMonthDay(day, monthDays)) &&
        (!said.days || isRuleDay(day, days, placesWithin(rule, day, period))),
    )
  }
  if (freq === 'DAILY') return all
  if (freq === 'WEEKLY') return all.filter((day) => weekdayOf(day) === weekdayOf(start))
  // On the day of the start, in its month too when a year names none.
  const [, month, date] = toDate(start).split('-')
  return all.filter((day) => {
    const [, inMonth, onDate] = toDate(day).split('-')
    return onDate === date && (freq === 'MONTHLY' || said.months || inMonth === month)
  })
}

function isMonthDay(day: number, monthDays: readonly number[]): boolean {
  const [year = 0, month = 0, date = 0] = toDate(day).split('-').map(Number)
  const fromEnd = day - monthStart(year, month + 1)
  return monthDays.some((one) => one === date || one === fromEnd)
}

/** Within what a year's "second Tuesday" is counted: its month when the rule names months, else the year. */
function placesWithin({ freq, months }: Rule, day: number, period: Period): Period {
  if (freq === 'MONTHLY' || months.length === 0) return period
  const [year = 0, month = 0] = toDate(day).split('-').map(Number)
  return { first: monthStart(year, month), beyond: monthStart(year, month + 1) }
}

function isRuleDay(day: number, days: readonly RuleDay[], { first, beyond }: Period): boolean {
  const fromStart = Math.floor((day - first) / 7) + 1
  const fromEnd = -Math.floor((beyond - 1 - day) / 7) - 1
  return days.some(
    ({ weekday, place }) =>
      weekday === weekdayOf(day) && (place === 0 || place === fromStart || place === fromEnd),
  )
}

function placed({ setPlace }: Rule, dates: number[]): number[] {
  if (setPlace === 0) return dates
  const day = dates.at(setPlace > 0 ? setPlace - 1 : setPlace)
  return day === undefined ? [] : [day]
}
