import { invalidRequest } from '@milepost/service-kit/problem'
import ICAL from 'ical.js'

export interface Holiday {
  day: string
  name: string
}

interface Read {
  holidays: Holiday[]
  /** Events that are no holidays. */
  skipped: number
}

/** How many years ahead of today a holiday that comes back is written down. */
const yearsAhead = 3
/** A closure of more days is not a holiday but a mistake in the file. */
const daysMax = 31
/** Of one event: more than a century of a yearly one. */
const occurrencesMax = 500
/** Of a whole file, so that nobody keeps the service busy with one. */
const occurrencesOfFileMax = 20_000
const nameMax = 200

/**
 * The closed days of an iCalendar file (RFC 5545): events of whole days, each day of those of several, and
 * those that come back from the start of this year on, for three years. Cancelled events, those at a time
 * of day and those older than this year are skipped. Throws 400 for what is no calendar.
 */
export function readIcs(ics: string, today: string): Read {
  const calendar = parse(ics)
  const from = `${today.slice(0, 4)}-01-01`
  const until = `${Number(today.slice(0, 4)) + yearsAhead}-12-31`
  const holidays = new Map<string, Holiday>()
  const budget = { left: occurrencesOfFileMax }
  let skipped = 0
  for (const component of calendar.getAllSubcomponents('vevent')) {
    const days = daysOf(component, { until, budget }).filter((day) => day >= from && day <= until)
    if (days.length === 0) skipped += 1
    const name = String(component.getFirstPropertyValue('summary') ?? '').trim() || 'Holiday'
    for (const day of days) holidays.set(day, { day, name: name.slice(0, nameMax) })
  }
  return {
    holidays: [...holidays.values()].sort((one, other) => (one.day < other.day ? -1 : 1)),
    skipped,
  }
}

function parse(ics: string): ICAL.Component {
  try {
    const calendar = new ICAL.Component(ICAL.parse(ics))
    if (calendar.name === 'vcalendar') return calendar
  } catch {
    // Translates: the parser throws plain errors about whatever it met first.
  }
  throw invalidRequest([{ pointer: '#/ics', detail: 'This is not an iCalendar file.' }])
}

interface Limits {
  until: string
  budget: { left: number }
}

function daysOf(component: ICAL.Component, limits: Limits): string[] {
  const cancelled = component.getFirstPropertyValue('status') === 'CANCELLED'
  const start = component.getFirstPropertyValue('dtstart')
  if (cancelled || !(start instanceof ICAL.Time) || !start.isDate) return []
  const event = new ICAL.Event(component)
  const length = Math.max(1, Math.round(event.duration.toSeconds() / 86_400))
  if (length > daysMax) return []
  return startsOf(event, limits).flatMap((first) =>
    Array.from({ length }, (_, index) => {
      const day = first.clone()
      day.adjust(index, 0, 0, 0)
      return day.toString()
    }),
  )
}

function startsOf(event: ICAL.Event, { until, budget }: Limits): ICAL.Time[] {
  if (!event.isRecurring()) return [event.startDate]
  const starts: ICAL.Time[] = []
  try {
    const occurrences = event.iterator()
    for (let count = 0; count < occurrencesMax && budget.left > 0; count++) {
      budget.left -= 1
      const next: ICAL.Time | null | undefined = occurrences.next()
      if (!next || next.toString() > until) break
      starts.push(next)
    }
  } catch {
    // Translates: the library throws at rules that make no sense for a day, such as one of seconds.
    return []
  }
  return starts
}
