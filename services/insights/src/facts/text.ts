import { daysBetween } from './working-days.ts'

const decimals = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 })
const shortDate = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
})
const longDate = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})

/** At most one decimal, with a true minus: "1,284", "−2.5". */
export const numberText = (value: number): string => decimals.format(value).replace('-', '−')

/** "16.9%" */
export const percentText = (value: number): string => `${numberText(value)}%`

/** "1 day", "12 days"; the noun gets an s. */
export const countText = (count: number, noun: string): string =>
  `${numberText(count)} ${noun}${Math.abs(count) === 1 ? '' : 's'}`

/** "14.5 h" */
export const hoursText = (minutes: number): string => `${numberText(minutes / 60)} h`

/** "26 Mar 2027" */
export const longDateText = (date: string): string => longDate.format(new Date(date))

/** "26 Mar", with the year where the month alone could be misread. */
export const dateText = (date: string, today: string): string =>
  Math.abs(daysBetween(today, date)) > 300 ? longDateText(date) : shortDate.format(new Date(date))

/** "A", "A and B", "A, B and C" */
export const listText = (items: readonly string[]): string =>
  items.length < 2
    ? items.join('')
    : `${items.slice(0, -1).join(', ')} and ${items[items.length - 1]}`

/** What somebody wrote, as it can stand between quotation marks. */
export const withoutQuotes = (text: string): string => text.replaceAll(/[“”]/g, '"')

/** One decimal, half up. */
export const oneDecimal = (value: number): number => Math.round(value * 10) / 10
