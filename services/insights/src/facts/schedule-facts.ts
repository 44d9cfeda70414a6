import type { ProjectEvidence } from '@milepost/api-contracts/evidence'
import type { Forecast } from '@milepost/api-contracts/risk-rules'
import {
  type EvidenceTask,
  factTask,
  fullWeeksOf,
  leavesOf,
  openOf,
  referenceOf,
  type ScheduleReference,
} from './evidence.ts'
import type { Measured, Measurement } from './fact.ts'
import { type FinishForecast, forecastFinish, forecastRuns, sampledWeeksMax } from './forecast.ts'
import { countText, dateText, longDateText, numberText, oneDecimal, percentText } from './text.ts'
import { dateOf, workingDaysBetween, workingDaysIn } from './working-days.ts'

export const slippageLimit = 10

/** What is true of a value beyond the limit, or of one within it. */
export const slippageLimitOf = (exceeded: boolean) => ({
  text: exceeded ? `over ${slippageLimit}%` : `at most ${slippageLimit}%`,
  exceeded,
})

/** When the project is likely to be finished, compared to what it is measured by. */
function forecastOf(evidence: ProjectEvidence): Forecast {
  const finish = finishOf(evidence)
  if ('abstains' in finish) return finish
  const reference = referenceOf(evidence)
  return {
    ...finish,
    reference: reference?.kind ?? 'none',
    reference_date: reference?.finish_date ?? null,
    working_days_late: reference ? workingDaysBetween(reference.finish_date, finish.p50) : null,
  }
}

/** Work that is all done was finished when the last task was; nothing needs to be simulated. */
function finishOf(evidence: ProjectEvidence): FinishForecast {
  const { project, as_of } = evidence
  const open = openOf(evidence).length
  if (open > 0) {
    return forecastFinish({
      open,
      weeklyDone: fullWeeksOf(evidence).map(({ count }) => count),
      from: dateOf(as_of),
      seed: `${project.id} ${dateOf(as_of)}`,
    })
  }
  const last = leavesOf(evidence)
    .flatMap(({ completed_at }) => completed_at ?? [])
    .map(dateOf)
    .sort()
    .at(-1)
  return last ? { p50: last, p85: last } : { abstains: 'The project has no tasks.' }
}

export interface Schedule {
  forecast: Forecast
  likelyFinish: Measurement | undefined
  lateFinish: Measurement | undefined
  daysLate: Measurement | undefined
  slippage: Measured<Measurement & { value: number }>
}

/** The likely finish, and how far it is from the plan. */
export function scheduleFacts(evidence: ProjectEvidence): Schedule {
  const forecast = forecastOf(evidence)
  if ('abstains' in forecast) {
    const nothing = { likelyFinish: undefined, lateFinish: undefined, daysLate: undefined }
    return { forecast, ...nothing, slippage: forecast }
  }
  const dates = {
    likelyFinish: finishFact(evidence, 'p50', forecast.p50),
    lateFinish: finishFact(evidence, 'p85', forecast.p85),
  }
  const reference = referenceOf(evidence)
  if (!reference) {
    const abstains = 'There is neither a baseline nor a planned start and finish to compare with.'
    return { forecast, ...dates, daysLate: undefined, slippage: { abstains } }
  }
  return { forecast, ...dates, ...lateness(evidence, forecast.p50, reference) }
}

function finishFact(
  evidence: ProjectEvidence,
  percentile: 'p50' | 'p85',
  date: string,
): Measurement {
  const weeks = fullWeeksOf(evidence).slice(-sampledWeeksMax)
  const open = openOf(evidence)
  const share = percentile === 'p50' ? 'Half' : '85 of 100'
  return {
    metric: percentile,
    label: percentile === 'p50' ? 'Likely finish, P50' : 'Late finish, P85',
    text: dateText(date, dateOf(evidence.as_of)),
    value: null,
    unit: 'date',
    method:
      open.length === 0
        ? 'Every task is done: the day the last one was finished.'
        : `${share} of ${numberText(forecastRuns)} simulated futures end by this day. Each draws weeks at random from those of the project until no task is open.`,
    operands: [
      { label: 'Open tasks', value: numberText(open.length) },
      {
        label: `Finished per week, ${weeks.length} full weeks`,
        value: weeks.map(({ count }) => count).join(', '),
      },
      { label: 'Counted from', value: longDateText(dateOf(evidence.as_of)) },
      { label: 'This share of futures ends by', value: longDateText(date) },
    ],
    coverage: `${countText(weeks.length, 'full week')} of history, the same seed all day`,
    tasks: open.map((task) => factTask(evidence, task, null)),
  }
}

function lateness(evidence: ProjectEvidence, p50: string, reference: ScheduleReference) {
  const late = workingDaysBetween(reference.finish_date, p50)
  const duration = workingDaysIn(reference.start_date, reference.finish_date)
  const name = reference.kind === 'baseline' ? 'Baseline' : 'Planned'
  const compared = [
    { label: 'Likely finish, P50', value: longDateText(p50) },
    { label: finishLabel(evidence, reference), value: longDateText(reference.finish_date) },
    { label: 'Difference', value: countText(late, 'working day') },
  ]
  const tasks = behind(evidence)
  const daysLate: Measurement = {
    metric: 'days_late',
    label: late < 0 ? 'Days early' : 'Days late',
    text: `${countText(Math.abs(late), 'working day')} ${late < 0 ? 'early' : 'late'}`,
    value: late,
    unit: 'working_days',
    method: `Working days from the ${name.toLowerCase()} finish to the likely finish. Its tasks are listed by the working days they are past their due date.`,
    operands: compared,
    tasks,
  }
  if (duration <= 0) {
    return { daysLate, slippage: { abstains: `The ${name.toLowerCase()} has no working day.` } }
  }
  const value = oneDecimal((late / duration) * 100)
  return {
    daysLate,
    slippage: {
      metric: 'slippage',
      label: 'Schedule slippage',
      text: percentText(value),
      value,
      unit: 'percent' as const,
      method: `Working days from the ${name.toLowerCase()} finish to the likely finish, divided by the working days the ${name.toLowerCase()} has. Its tasks are listed by the working days they are past their due date.`,
      operands: [
        ...compared,
        { label: `${name} duration`, value: countText(duration, 'working day') },
        { label: `${numberText(late)} ÷ ${numberText(duration)}`, value: percentText(value) },
      ],
      limit: slippageLimitOf(value > slippageLimit),
      coverage: evidence.baseline ? null : 'No baseline was taken; the planned dates stand in',
      tasks,
    },
  }
}

const finishLabel = ({ baseline }: ProjectEvidence, { kind }: ScheduleReference) =>
  kind === 'baseline' && baseline
    ? `Baseline finish, taken ${longDateText(dateOf(baseline.taken_at))}`
    : 'Planned finish'

const isBlocked = ({ status }: EvidenceTask) => Number(status === 'blocked')

/** Open tasks, those furthest past their due date first, then blocked ones. */
function behind(evidence: ProjectEvidence) {
  const today = dateOf(evidence.as_of)
  const daysPast = ({ due_date }: EvidenceTask) =>
    due_date === null ? 0 : Math.max(workingDaysBetween(due_date, today), 0)
  return openOf(evidence)
    .map((task) => ({ task, late: daysPast(task) }))
    .sort((a, b) => b.late - a.late || isBlocked(b.task) - isBlocked(a.task))
    .map(({ task, late }) => factTask(evidence, task, `+${late} d`))
}
