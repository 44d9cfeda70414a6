const locale = 'en-GB'
const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
const oneDecimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })

/** Intl writes a hyphen for minus; a figure gets the real sign. */
const withMinus = (text: string) => text.replace('-', '−')

export const formatCount = (value: number) => withMinus(whole.format(value))
export const formatNumber = (value: number) => withMinus(oneDecimal.format(value))
/** 0–100 in, "65%" or "16.9%" out. */
export const formatPercent = (value: number) => `${formatNumber(value)}%`
/** "+20", "−2", "0". */
export const formatSigned = (value: number) => `${value > 0 ? '+' : ''}${formatNumber(value)}`

/** Minutes in, "14.5 h" out. */
export const formatHours = (minutes: number) => `${formatNumber(minutes / 60)} h`

/** Minutes in, "9:30" out, as a timesheet writes them. */
export function formatClock(minutes: number): string {
  const rest = Math.abs(minutes) % 60
  const sign = minutes < 0 ? '−' : ''
  return `${sign}${Math.floor(Math.abs(minutes) / 60)}:${rest.toString().padStart(2, '0')}`
}

/** "1 task", "4 tasks". */
export const plural = (count: number, one: string, many = `${one}s`) =>
  `${formatCount(count)} ${count === 1 ? one : many}`
