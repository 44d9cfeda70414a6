import type { ProjectEvidence } from '@milepost/api-contracts/evidence'
import { factTask, fullWeeksOf, leavesOf, referenceOf } from './evidence.ts'
import type { Measured, Measurement } from './fact.ts'
import { historyWeeksMin, sampledWeeksMax } from './forecast.ts'
import { countText, dateText, dayText, numberText, oneDecimal, percentText } from './text.ts'
import { addDays, dateOf, workingDaysIn } from './working-days.ts'

/** Percent under the trailing mean. */
export const velocityLimit = 15

/** What is true of a value beyond the limit, or of one within it. */
export const velocityLimitOf = (exceeded: boolean) => ({
  text: exceeded
    ? `${velocityLimit}% under the trailing mean`
    : `not falling ${velocityLimit}% under the trailing mean`,
  exceeded,
})
const trailingWeeks = 6
const recentWeeks = 3
const windowWeeksMin = 4

/** Tasks finished per full week: what the forecast draws from. Undefined before the first full week. */
export function throughputFact(evidence: ProjectEvidence): Measurement | undefined {
  const weeks = fullWeeksOf(evidence).slice(-sampledWeeksMax)
  const first = weeks[0]
  if (!first) return undefined
  const total = weeks.reduce((sum, { count }) => sum + count, 0)
  const value = oneDecimal(total / weeks.length)
  return {
    metric: 'throughput',
    label: 'Finished per week',
    text: numberText(value),
    value,
    unit: 'count',
    method: 'Tasks finished in the full weeks of the project, at most the last twelve, per week.',
    operands: [
      { label: 'Tasks finished', value: numberText(total) },
      { label: 'Full weeks', value: numberText(weeks.length) },
      { label: `${total} ÷ ${weeks.length}`, value: numberText(value) },
    ],
    history: weekHistory(weeks),
    tasks: finishedSince(evidence, first.week_start),
  }
}

/** How long there has been something to measure. */
export function historyFact(evidence: ProjectEvidence): Measurement {
  const weeks = fullWeeksOf(evidence).length
  return {
    metric: 'history',
    label: 'Weeks of history',
    text: countText(weeks, 'full week'),
    value: weeks,
    unit: 'count',
    method: 'Full weeks since the project began. Forecast and velocity need six.',
    operands: [{ label: 'Full weeks', value: numberText(weeks) }],
  }
}

export type VelocityChange = Measurement & { value: number; slope: number }

/**
 * The mean of the last three weekly throughputs against the mean of the last six, with the slope
 * over the last quarter of the planned duration, four weeks at least. Full weeks only.
 */
export function velocityFact(evidence: ProjectEvidence): Measured<VelocityChange> {
  const weeks = fullWeeksOf(evidence)
  if (weeks.length < historyWeeksMin) {
    return {
      abstains: `Velocity needs ${historyWeeksMin} full weeks of history; this project has ${weeks.length}.`,
    }
  }
  const trailing = weeks.slice(-trailingWeeks)
  const trailingMean = mean(trailing.map(({ count }) => count))
  if (trailingMean === 0) {
    return { abstains: `No task was finished in the last ${trailingWeeks} full weeks.` }
  }
  const recent = trailing.slice(-recentWeeks)
  const recentMean = mean(recent.map(({ count }) => count))
  const window = weeks.slice(-windowWeeks(evidence))
  const slope = slopeOf(window.map(({ count }) => count))
  const value = oneDecimal((recentMean / trailingMean - 1) * 100)
  return {
    metric: 'velocity',
    label: 'Velocity change',
    text: `${value > 0 ? '+' : ''}${percentText(value)}`,
    value,
    slope,
    unit: 'percent',
    method:
      'Mean of the last three full weeks against the mean of the last six. It counts as declining when the weeks also fall over the last quarter of the planned duration.',
    operands: [
      { label: 'Last six full weeks', value: trailing.map(({ count }) => count).join(', ') },
      { label: 'Mean of the last three', value: numberText(recentMean) },
      { label: 'Mean of the six', value: numberText(trailingMean) },
      {
        label: `Slope over ${countText(window.length, 'week')}, tasks per week`,
        value: numberText(Math.round(slope * 100) / 100),
      },
      {
        label: `${numberText(recentMean)} ÷ ${numberText(trailingMean)} − 1`,
        value: percentText(value),
      },
    ],
    limit: velocityLimitOf(isDeclining({ value, slope })),
    history: weekHistory(weeks.slice(-sampledWeeksMax)),
    tasks: finishedSince(evidence, trailing[0]?.week_start ?? ''),
  }
}

/** Falling, and far enough under the mean. */
export const isDeclining = ({ value, slope }: { value: number; slope: number }): boolean =>
  slope < 0 && value <= -velocityLimit

/** A quarter of the planned duration, in weeks. */
function windowWeeks(evidence: ProjectEvidence): number {
  const reference = referenceOf(evidence)
  if (!reference) return windowWeeksMin
  const planned = workingDaysIn(reference.start_date, reference.finish_date) / 5
  return Math.max(windowWeeksMin, Math.round(planned / 4))
}

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length

/** Least squares through the values, one step apart. */
function slopeOf(values: readonly number[]): number {
  const middle = (values.length - 1) / 2
  const average = mean(values)
  const over = values.reduce((sum, value, at) => sum + (at - middle) * (value - average), 0)
  const under = values.reduce((sum, _, at) => sum + (at - middle) ** 2, 0)
  return over / under
}

const weekHistory = (weeks: readonly { week_start: string; count: number }[]) =>
  weeks.map(({ week_start, count }) => ({
    label: dayText(week_start),
    value: count,
  }))

/** Tasks finished in the full weeks from this Monday on, newest first. */
function finishedSince(evidence: ProjectEvidence, monday: string) {
  const weeks = fullWeeksOf(evidence)
  const end = addDays(weeks.at(-1)?.week_start ?? monday, 7)
  return leavesOf(evidence)
    .flatMap((task) => {
      if (task.status !== 'done' || task.completed_at === null) return []
      const finished = dateOf(task.completed_at)
      return finished >= monday && finished < end ? [{ task, finished }] : []
    })
    .sort((a, b) => (a.finished < b.finished ? 1 : -1))
    .map(({ task, finished }) =>
      factTask(evidence, task, `finished ${dateText(finished, dateOf(evidence.as_of))}`),
    )
}
