import { hoursToMinutes } from './hours.ts'
import { texts } from './texts.ts'

/** What the contract takes, ten working years. */
const minutesMax = 1_200_000
const labelsMax = 20
const labelLengthMax = 40

/** Each says what is wrong with what was typed, or null. Nothing typed empties a field. */
export function hoursProblem(text: string): string | null {
  if (text === '') return null
  const minutes = hoursToMinutes(text)
  if (minutes === null) return texts.hoursBad
  return minutes > minutesMax ? texts.hoursMany : null
}

export const progressProblem = (text: string) =>
  /^(100|\d{1,2})$/.test(text) ? null : texts.progressBad

export const titleProblem = (text: string) => (text === '' ? texts.titleMissing : null)

export const reasonProblem = (text: string) => (text === '' ? texts.reasonMissing : null)

export function labelsProblem(text: string): string | null {
  const labels = toLabels(text)
  if (labels.length > labelsMax) return texts.labelsMany
  return labels.some(({ length }) => length > labelLengthMax) ? texts.labelLong : null
}

/** "Rule set, Vendor" as a list, each label once. */
export const toLabels = (text: string): string[] => [
  ...new Set(
    text
      .split(',')
      .map((label) => label.trim())
      .filter((label) => label !== ''),
  ),
]
