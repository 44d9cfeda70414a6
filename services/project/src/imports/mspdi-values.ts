import type { TaskPriority } from '@milepost/api-contracts/tasks'
import type { LinkType } from '@milepost/api-contracts/timeline'
import { minutesPerWorkingDay } from '@milepost/schedule/lag-days'

/** Minutes of an XML duration, "PT16H30M0S"; undefined for anything else. */
export function durationMinutes(text: string): number | undefined {
  const match = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.\d+)?S)?)?$/.exec(text)
  if (!match) return undefined
  const [days, hours, minutes, seconds] = match.slice(1).map((digits) => Number(digits ?? 0))
  const whole = (days ?? 0) * 1_440 + (hours ?? 0) * 60 + (minutes ?? 0)
  return whole + Math.round((seconds ?? 0) / 60)
}

/** The date of "2026-11-20T17:00:00"; undefined for none, which some tools write as NA or 1984. */
export function dateIn(text: string): string | undefined {
  const [date] = /^\d{4}-\d{2}-\d{2}/.exec(text) ?? []
  return date === undefined || date < '1985-01-01' ? undefined : date
}

/** `PredecessorLink/Type`. */
export const linkTypes: Record<string, LinkType> = { '0': 'FF', '1': 'FS', '2': 'SF', '3': 'SS' }

/** Formats of a lag that count the days of the week through, not working time. */
const elapsedFormats: ReadonlySet<string> = new Set([
  ...['4', '6', '8', '10', '12', '36', '38', '40', '42', '44'],
])
const percentFormats: ReadonlySet<string> = new Set(['19', '20', '51', '52'])

/**
 * Working minutes of `LinkLag`, which is in tenths of a minute; elapsed time counts 8 of 24 hours. Undefined
 * for a share of the predecessor's duration.
 */
export function lagMinutes(lag: string, format: string): number | undefined {
  const tenths = Number(lag || 0)
  if (percentFormats.has(format)) return tenths === 0 ? 0 : undefined
  const minutes = Math.round(tenths / 10)
  return elapsedFormats.has(format) ? Math.round((minutes * minutesPerWorkingDay) / 1_440) : minutes
}

/** Project counts from 0 to 1000; 500 is what nobody changed. */
export function priorityOf(text: string): TaskPriority {
  const value = text === '' ? 500 : Number(text)
  if (value >= 850) return 'urgent'
  if (value > 500) return 'high'
  return value < 500 ? 'low' : 'medium'
}

export const priorityValues: Record<TaskPriority, number> = {
  ...{ urgent: 900, high: 700, medium: 500, low: 300 },
}

/** `ConstraintType` by its number; the first two are kept as what they are here. */
export const constraintNames: Record<string, string> = {
  '1': 'As late as possible',
  '3': 'Must finish on',
  '5': 'Start no later than',
  '6': 'Finish no earlier than',
  '7': 'Finish no later than',
}
export const constraints = { mustStartOn: '2', startNoEarlierThan: '4' } as const

/** Where our own fields stand in an exported file: `FieldID` of Text1 to Text5, by the alias they get. */
export const ownFields = {
  'Milepost status': '188743731',
  'Milepost labels': '188743734',
  'Milepost blocked reason': '188743737',
  'Milepost category': '188743740',
  'Milepost first promised': '188743743',
} as const
export type OwnField = keyof typeof ownFields
