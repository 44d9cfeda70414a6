/** Minutes in, hours as people write them out: "1.5". Nothing for nothing. */
export const minutesToHours = (minutes: number | undefined) =>
  minutes === undefined ? '' : String(Math.round((minutes / 60) * 100) / 100)

/** "1.5", "1,5" or "12" hours as minutes; null for an empty text and for what is no number of hours. */
export function hoursToMinutes(text: string): number | null {
  const typed = text.trim().replace(',', '.')
  return /^\d{1,5}(\.\d{1,2})?$/.test(typed) ? Math.round(Number(typed) * 60) : null
}
