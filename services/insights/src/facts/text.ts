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

/** ICU writes "Sept", but every other month with three letters. */
const tidy = (text: string): string => text.replace('Sept', 'Sep')

/** "26 Mar 2027" */
export const longDateText = (date: string): string => tidy(longDate.format(new Date(date)))

/** "26 Mar", as it stands below a bar. */
export const dayText = (date: string): string => tidy(shortDate.format(new Date(date)))

/** "26 Mar", and "26 Mar 2027" unless that is the year of today. */
export const dateText = (date: string, today: string): string =>
  date.slice(0, 4) === today.slice(0, 4) ? dayText(date) : longDateText(date)

/** "A", "A and B", "A, B and C" */
export const listText = (items: readonly string[]): string =>
  items.length < 2
    ? items.join('')
    : `${items.slice(0, -1).join(', ')} and ${items[items.length - 1]}`

/** What somebody wrote, as it can stand between quotation marks. */
export const withoutQuotes = (text: string): string => text.replaceAll(/[“”]/g, '"')

/** One decimal, half up. */
export const oneDecimal = (value: number): number => Math.round(value * 10) / 10
