/** How often a task comes back, as a form asks for it. */
export interface Rhythm {
  every: 'day' | 'weekday' | 'week' | 'month' | 'month_day' | 'year'
  interval: number
  /** Of a week, from 0, Monday. */
  weekdays: number[]
  /** Which of its kind in the month: 1 to 4, or −1 for the last. */
  place: number
  /** Of the month: 1 to 31, or −1 for the last. */
  date: number
}

const weekdayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
export const weekdayNames = [
  ...['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
]
export const placeNames = new Map([
  [1, 'first'],
  [2, 'second'],
  [3, 'third'],
  [4, 'fourth'],
  [-1, 'last'],
])
const workdays = 'MO,TU,WE,TH,FR'

/** RFC 5545. */
export function toRule({ every, interval, weekdays, place, date }: Rhythm): string {
  const step = interval === 1 ? '' : `;INTERVAL=${interval}`
  const days = weekdays.toSorted((one, other) => one - other).map((day) => weekdayCodes[day])
  switch (every) {
    case 'day':
      return `FREQ=DAILY${step}`
    case 'weekday':
      return `FREQ=WEEKLY;BYDAY=${workdays}`
    case 'week':
      return `FREQ=WEEKLY${step};BYDAY=${days.join(',')}`
    case 'month':
      return `FREQ=MONTHLY${step};BYDAY=${place}${days[0] ?? 'MO'}`
    case 'month_day':
      return `FREQ=MONTHLY${step};BYMONTHDAY=${date}`
    default:
      return `FREQ=YEARLY${step}`
  }
}

const standard: Rhythm = { every: 'week', interval: 1, weekdays: [0], place: 1, date: 1 }

/** What a form shows of a rule, with what the rule does not say as it is in `rest`; undefined for one that says more than the form asks. */
export function parseRhythm(rule: string, rest: Rhythm = standard): Rhythm | undefined {
  const parts = new Map(rule.split(';').map((part) => part.split('=') as [string, string]))
  const interval = Number(parts.get('INTERVAL') ?? 1)
  const byDay = parts.get('BYDAY') ?? ''
  const date = Number(parts.get('BYMONTHDAY') ?? Number.NaN)
  const [, place = '', weekday = ''] = /^(-?\d)([A-Z]{2})$/.exec(byDay) ?? []
  const weekdays = byDay.split(',').map((code) => weekdayCodes.indexOf(code))
  const candidates: Rhythm[] = [
    { ...rest, every: 'day', interval },
    { ...rest, every: 'weekday' },
    { ...rest, every: 'week', interval, weekdays },
    {
      ...{ ...rest, every: 'month', interval, place: Number(place) },
      weekdays: [weekdayCodes.indexOf(weekday)],
    },
    { ...rest, every: 'month_day', interval, date },
    { ...rest, every: 'year', interval },
  ]
  return candidates.find((rhythm) => isSound(rhythm) && toRule(rhythm) === rule)
}

const isSound = ({ every, weekdays, place }: Rhythm) =>
  (every !== 'week' && every !== 'month') ||
  (!weekdays.includes(-1) && (every === 'week' || placeNames.has(place)))

/** A rule in words: "Every month on the second Tuesday". One that a form cannot ask for as it is written. */
export function sayRule(rule: string, startsOn: string): string {
  const rhythm = parseRhythm(rule)
  return rhythm ? sayRhythm(rhythm, startsOn) : rule
}

function sayRhythm({ every, interval, weekdays, place, date }: Rhythm, startsOn: string) {
  const names = weekdays.toSorted((one, other) => one - other).map((day) => weekdayNames[day] ?? '')
  switch (every) {
    case 'day':
      return times(interval, 'day')
    case 'weekday':
      return 'Every day from Monday to Friday'
    case 'week':
      return `${times(interval, 'week')} on ${listed(names)}`
    case 'month':
      return `${times(interval, 'month')} on the ${placeNames.get(place) ?? ''} ${names[0] ?? ''}`
    case 'month_day':
      return `${times(interval, 'month')} on ${date === -1 ? 'the last day' : `day ${date}`}`
    default:
      return `${times(interval, 'year')} on ${dayAndMonth.format(new Date(`${startsOn}T00:00:00Z`))}`
  }
}

const dayAndMonth = new Intl.DateTimeFormat('en-GB', {
  ...{ day: 'numeric', month: 'long', timeZone: 'UTC' },
})

const times = (interval: number, unit: string) =>
  interval === 1 ? `Every ${unit}` : `Every ${interval} ${unit}s`

const listed = (names: readonly string[]) =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

/** What a date suggests: that weekday, and its place in its month. */
export function rhythmFrom(day: string): Rhythm {
  const instant = new Date(`${day}T00:00:00Z`)
  const date = instant.getUTCDate()
  const place = Math.ceil(date / 7)
  return {
    ...{ ...standard, date, place: place > 4 ? -1 : place },
    weekdays: [(instant.getUTCDay() + 6) % 7],
  }
}
