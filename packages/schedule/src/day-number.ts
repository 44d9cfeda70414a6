const daysBeforeMonth = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365]

const isLeap = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

/** Days of the years 1 to year − 1 in the Gregorian calendar. */
const daysBeforeYear = (year: number) => {
  const y = year - 1
  return y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400)
}

const epoch = daysBeforeYear(1970)

/**
 * Days from 1970-01-01 to a date "YYYY-MM-DD". No `Date`, so no time zone can shift it.
 * Throws a RangeError for anything that is not a date of the years 1 to 9999.
 */
export function toDay(date: string): number {
  const year = digits(date, 0, 4)
  const month = digits(date, 5, 7)
  const day = digits(date, 8, 10)
  const daysInMonth =
    (daysBeforeMonth[month] ?? 0) -
    (daysBeforeMonth[month - 1] ?? 0) +
    (month === 2 && isLeap(year) ? 1 : 0)
  const wellFormed = date.length === 10 && date[4] === '-' && date[7] === '-'
  if (!wellFormed || !(year >= 1 && month >= 1 && day >= 1 && day <= daysInMonth))
    throw new RangeError(`${JSON.stringify(date)} is not a date`)
  const leapDay = month > 2 && isLeap(year) ? 1 : 0
  return daysBeforeYear(year) + (daysBeforeMonth[month - 1] ?? 0) + leapDay + day - 1 - epoch
}

/** NaN when one of the characters is no digit, which no comparison lets through. */
function digits(text: string, from: number, to: number): number {
  let value = 0
  for (let index = from; index < to; index++) {
    const digit = text.charCodeAt(index) - 48
    value = digit >= 0 && digit <= 9 ? value * 10 + digit : Number.NaN
  }
  return value
}

/** The date "YYYY-MM-DD" of a day number. Throws a RangeError outside the years 1 to 9999. */
export function toDate(dayNumber: number): string {
  const days = dayNumber + epoch
  // 400 years have 146,097 days; the guess is at most one year off, late or early.
  let year = Math.floor((days * 400) / 146_097) + 1
  if (daysBeforeYear(year) > days) year -= 1
  else if (daysBeforeYear(year + 1) <= days) year += 1
  if (!(year >= 1 && year <= 9999))
    throw new RangeError(`day ${dayNumber} is outside the years 1–9999`)

  const dayOfYear = days - daysBeforeYear(year)
  const leap = isLeap(year) ? 1 : 0
  let month = Math.min(Math.floor(dayOfYear / 29), 11)
  while (startOfMonth(month, leap) > dayOfYear) month -= 1
  const day = dayOfYear - startOfMonth(month, leap) + 1
  return `${String(year).padStart(4, '0')}-${twoDigits(month + 1)}-${twoDigits(day)}`
}

const startOfMonth = (month: number, leap: number) =>
  (daysBeforeMonth[month] ?? 0) + (month > 1 ? leap : 0)

const twoDigits = (value: number) => (value < 10 ? `0${value}` : `${value}`)
