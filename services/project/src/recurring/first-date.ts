import { addDays } from '#calendar-day.ts'
import { badRule, badStart } from './refusals.ts'
import { nextDate, refuseRule } from './rule.ts'

const startDaysMax = 3_653

/** The first date from today on for which a series makes a task. Throws 400 for a rule that never has one. */
export function firstDate(series: { rule: string; starts_on: string }, today: string): string {
  const problem = refuseRule(series.rule)
  if (problem !== undefined) throw badRule(problem)
  const { starts_on } = series
  if (starts_on < addDays(today, -startDaysMax) || starts_on > addDays(today, startDaysMax)) {
    throw badStart()
  }
  const first = nextDate(series, today)
  if (first === null) throw badRule('It has no date from today on.')
  return first
}
