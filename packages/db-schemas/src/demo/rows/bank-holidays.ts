import { addDays, weekdayOf } from './calendar.ts'

export interface BankHoliday {
  day: string
  name: string
}

const [monday, saturday, sunday] = [0, 5, 6]

/**
 * The bank holidays of England and Wales by the rule (Banking and Financial Dealings Act 1971), without
 * those proclaimed for one year only. One on a weekend moves to the next weekday that is free.
 */
export function bankHolidays(year: number): BankHoliday[] {
  const easter = easterSunday(year)
  const fixed = [
    moved({ day: `${year}-01-01`, name: 'New Year’s Day' }),
    { day: addDays(easter, -2), name: 'Good Friday' },
    { day: addDays(easter, 1), name: 'Easter Monday' },
    { day: mondayFrom(`${year}-05-01`), name: 'Early May bank holiday' },
    { day: mondayFrom(`${year}-05-25`), name: 'Spring bank holiday' },
    { day: mondayFrom(`${year}-08-25`), name: 'Summer bank holiday' },
  ]
  const christmas = moved({ day: `${year}-12-25`, name: 'Christmas Day' })
  const boxing = moved({ day: `${year}-12-26`, name: 'Boxing Day' })
  // Both on the Monday: Christmas on a Sunday gives way to a Boxing Day that was a Monday by itself.
  if (christmas.day !== boxing.day) return [...fixed, christmas, boxing].sort(byDay)
  const later = weekdayOf(`${year}-12-25`) === sunday ? christmas : boxing
  return [...fixed, christmas, boxing]
    .map((holiday) => (holiday === later ? { ...later, day: addDays(later.day, 1) } : holiday))
    .sort(byDay)
}

const byDay = (one: BankHoliday, other: BankHoliday) => (one.day < other.day ? -1 : 1)

function moved({ day, name }: BankHoliday): BankHoliday {
  const weekday = weekdayOf(day)
  if (weekday < saturday) return { day, name }
  const days = weekday === saturday ? 2 : 1
  return { day: addDays(day, days), name: `${name} (substitute day)` }
}

/** The first Monday on or after the date. */
const mondayFrom = (date: string) => addDays(date, (7 + monday - weekdayOf(date)) % 7)

/** Anonymous Gregorian algorithm (Nature, 20 April 1876; Meeus, "Astronomical Algorithms", chapter 8). */
function easterSunday(year: number): string {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const correction = Math.floor((8 * century + 13) / 25)
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30
  const inCentury = year % 100
  const toSunday =
    (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451)
  return addDays(`${year}-03-22`, epact + toSunday - 7 * late)
}
