/** Day and month of a column of dates such as 3/4/2026: their order shows in the first that has only one reading. */
export type DateOrder = 'dmy' | 'mdy'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const numeric = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})(?:[ T,]|$)/
const named = /^(\d{1,2})[ ./-]([a-z]{3})[a-z]*\.?[ ,./-]+(\d{4}|\d{2})(?:[ T,]|$)/i
const namedFirst = /^([a-z]{3})[a-z]*\.? (\d{1,2}),? (\d{4})(?:[ T,]|$)/i

/** How a column writes its dates; undefined when every one of them can be read both ways. */
export function dateOrderOf(texts: readonly string[]): DateOrder | undefined {
  for (const text of texts) {
    const [, first, second] = numeric.exec(text) ?? []
    // Dots stand only where the day comes first.
    if (first !== undefined && text.includes('.')) return 'dmy'
    if (Number(first) > 12) return 'dmy'
    if (Number(second) > 12) return 'mdy'
  }
  return undefined
}

/** Whether a date's reading depends on an order nobody wrote down. */
export const isAmbiguousDate = (text: string) => {
  const [, first, second] = numeric.exec(text) ?? []
  return first !== undefined && first !== second
}

/** `YYYY-MM-DD` of a date as people and tools write it; undefined for anything else. */
export function parseDate(text: string, order: DateOrder = 'dmy'): string | undefined {
  const [, iso] = /^(\d{4}-\d{2}-\d{2})(?:[ T]|$)/.exec(text) ?? []
  if (iso !== undefined) return valid(iso)
  const [, first, second, year] = numeric.exec(text) ?? []
  if (first && second && year) {
    return order === 'dmy' ? dateOf(year, second, first) : dateOf(year, first, second)
  }
  const [, day, month, namedYear] = named.exec(text) ?? []
  if (day && month && namedYear) return dateOf(namedYear, monthOf(month), day)
  const [, firstMonth, secondDay, lastYear] = namedFirst.exec(text) ?? []
  if (firstMonth && secondDay && lastYear) return dateOf(lastYear, monthOf(firstMonth), secondDay)
  return undefined
}

const monthOf = (name: string) => String(months.indexOf(name.toLowerCase()) + 1)

const dateOf = (year: string, month: string, day: string) =>
  valid(
    `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
  )

/** Refuses 2026-02-30, which `Date` would take for the second of March. */
function valid(date: string): string | undefined {
  const parsed = new Date(`${date}T00:00:00Z`)
  const isDate = !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date)
  return isDate ? date : undefined
}

export type DurationUnit = 'hours' | 'seconds'

const minutesOf = { w: 2_400, d: 480, h: 60, m: 1 } as const
const minutesMax = 1_200_000

/** Minutes of work: a bare number in the unit, or "2w 1d 4h 30m" with days of eight hours; undefined for anything else. */
export function parseMinutes(text: string, unit: DurationUnit): number | undefined {
  const bare = Number(text.replace(/^(\d+),(\d+)$/, '$1.$2'))
  if (!Number.isNaN(bare)) return inBounds(unit === 'hours' ? bare * 60 : bare / 60)
  const parts = [...text.toLowerCase().matchAll(/(\d+(?:[.,]\d+)?)\s*(w|d|h|m)[a-z]*/g)]
  const rest = text.toLowerCase().replaceAll(/(\d+(?:[.,]\d+)?)\s*(w|d|h|m)[a-z]*/g, '')
  if (parts.length === 0 || rest.replaceAll(/[\s?,]/g, '') !== '') return undefined
  const sum = parts.reduce((total, [, amount = '', letter = '']) => {
    return total + Number(amount.replace(',', '.')) * minutesOf[letter as keyof typeof minutesOf]
  }, 0)
  return inBounds(sum)
}

const inBounds = (minutes: number) => {
  const whole = Math.round(minutes)
  return whole >= 0 && whole <= minutesMax ? whole : undefined
}

/** 0–100 of "40", "40 %" or 0.4 with a share's point. */
export function parsePercentage(text: string): number | undefined {
  const value = Number(text.replace('%', '').replace(',', '.').trim())
  if (text.trim() === '' || Number.isNaN(value)) return undefined
  const percentage = !text.includes('%') && /^0?[.,]\d+$/.test(text.trim()) ? value * 100 : value
  const whole = Math.round(percentage)
  return whole >= 0 && whole <= 100 ? whole : undefined
}

/** "12FS+2d" names a predecessor, how it is linked and a lag. */
export function parseLink(text: string) {
  const [, ref = '', type, sign, amount] =
    /^(.+?)\s*(FS|SS|FF|SF|EA|AA|EE|AE)?\s*(?:([+-])\s*(\d[\w.,\s]*))?$/.exec(text.trim()) ?? []
  const minutes = amount === undefined ? 0 : (parseMinutes(amount, 'hours') ?? 0)
  return {
    ref: ref.trim(),
    // As German project plans write them: Ende, Anfang.
    type: linkTypes[type ?? 'FS'] ?? ('FS' as const),
    lag_minutes: sign === '-' ? -minutes : minutes,
  }
}

const linkTypes: Record<string, 'FS' | 'SS' | 'FF' | 'SF'> = {
  ...{ FS: 'FS', SS: 'SS', FF: 'FF', SF: 'SF' },
  ...{ EA: 'FS', AA: 'SS', EE: 'FF', AE: 'SF' },
}
