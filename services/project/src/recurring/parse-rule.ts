import { toDay } from '@milepost/schedule/day-number'

/** One of `BYDAY`: a weekday from 0, Monday, and which of its kind in the month or year; 0 for all of them. */
export interface RuleDay {
  weekday: number
  place: number
}

/** A recurrence rule of RFC 5545 §3.3.10, as far as it is kept here: in days and longer. */
export interface Rule {
  freq: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY'
  interval: number
  /** How many dates there are at most; Infinity for no end. */
  count: number
  /** The last day that may be one, as a day number. */
  until: number
  days: RuleDay[]
  monthDays: number[]
  months: number[]
  /** Which of a period's dates; 0 for all of them, negative from its end. */
  setPlace: number
  /** The weekday that a week begins with, from 0, Monday. */
  weekStart: number
}

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

const allowed: Record<string, RegExp> = {
  FREQ: /^(DAILY|WEEKLY|MONTHLY|YEARLY)$/,
  INTERVAL: /^[1-9]\d?$/,
  COUNT: /^[1-9]\d{0,2}$/,
  UNTIL: /^\d{8}(T\d{6}Z)?$/,
  BYDAY: /^([+-]?[1-5]?(MO|TU|WE|TH|FR|SA|SU))(,[+-]?[1-5]?(MO|TU|WE|TH|FR|SA|SU)){0,34}$/,
  BYMONTHDAY: /^-?([1-9]|[12]\d|3[01])(,-?([1-9]|[12]\d|3[01])){0,61}$/,
  BYMONTH: /^([1-9]|1[0-2])(,([1-9]|1[0-2])){0,11}$/,
  BYSETPOS: /^-?[1-9]$/,
  WKST: /^(MO|TU|WE|TH|FR|SA|SU)$/,
}

/** Reads a rule, or says why it is none that is kept here. */
export function parseRule(text: string): Rule | { problem: string } {
  const parts = text.split(';').map((part) => part.split('='))
  const values = new Map<string, string>()
  for (const [name = '', value = '', ...rest] of parts) {
    const pattern = Object.hasOwn(allowed, name) ? allowed[name] : undefined
    if (!pattern || rest.length > 0) return { problem: `“${name}” is not understood.` }
    if (!pattern.test(value)) return { problem: `“${value}” is not a ${name} that is understood.` }
    if (values.has(name)) return { problem: `${name} is there twice.` }
    values.set(name, value)
  }
  if (!values.has('FREQ')) return { problem: 'It does not say how often: FREQ is missing.' }
  if (values.has('COUNT') && values.has('UNTIL')) {
    return { problem: 'It ends twice: with COUNT and with UNTIL.' }
  }
  return refuseMixture(toRule(values))
}

function toRule(values: ReadonlyMap<string, string>): Rule {
  const numbers = (name: string) => (values.get(name)?.split(',') ?? []).map(Number)
  const number = (name: string, otherwise: number) => Number(values.get(name) ?? otherwise)
  const until = values.get('UNTIL')?.replace(/^(....)(..)(..).*$/, '$1-$2-$3')
  return {
    freq: values.get('FREQ') as Rule['freq'],
    interval: number('INTERVAL', 1),
    count: number('COUNT', Number.POSITIVE_INFINITY),
    until: until === undefined ? Number.POSITIVE_INFINITY : dayOrNothing(until),
    days: (values.get('BYDAY')?.split(',') ?? []).map((day) => ({
      weekday: weekdays.indexOf(day.slice(-2)),
      place: Number(day.slice(0, -2).replace(/^[+-]?$/, '0')),
    })),
    monthDays: numbers('BYMONTHDAY'),
    months: numbers('BYMONTH'),
    setPlace: number('BYSETPOS', 0),
    weekStart: weekdays.indexOf(values.get('WKST') ?? 'MO'),
  }
}

function dayOrNothing(date: string): number {
  try {
    return toDay(date)
  } catch {
    // Translates: a date that is none ends the rule before it begins.
    return Number.NEGATIVE_INFINITY
  }
}

/** What RFC 5545 does not allow together. */
function refuseMixture(rule: Rule): Rule | { problem: string } {
  const { freq, days, monthDays } = rule
  const isShort = freq === 'DAILY' || freq === 'WEEKLY'
  if (isShort && days.some(({ place }) => place !== 0)) {
    return { problem: 'Only months and years have a second or last Tuesday.' }
  }
  if (freq === 'WEEKLY' && monthDays.length > 0)
    return { problem: 'A week has no days of a month.' }
  return rule
}
