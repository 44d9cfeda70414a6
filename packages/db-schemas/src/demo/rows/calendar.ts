import type { Slot } from '#demo/content/plan.ts'

const dayMs = 86_400_000
const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri']

/** Dates are `YYYY-MM-DD` throughout, so they compare as text. */
export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 10)

export const dateOf = (at: Date): string => at.toISOString().slice(0, 10)

/** 0 for Monday to 6 for Sunday. */
export const weekdayOf = (date: string): number => (new Date(date).getUTCDay() + 6) % 7

export const isWorkingDay = (date: string): boolean => weekdayOf(date) < 5

export const mondayOf = (date: string): string => addDays(date, -weekdayOf(date))

export const slotDate = (today: string, slot: Slot): string => {
  const [week, weekday] = slot.split(' ')
  return addDays(mondayOf(today), Number(week) * 7 + weekdays.indexOf(weekday ?? ''))
}

/** `days` working days after the date, or before it when negative. From a weekend, counts from its Friday. */
export function workingDay(date: string, days: number): string {
  let day = isWorkingDay(date) ? date : addDays(mondayOf(date), 4)
  for (let left = Math.abs(days); left > 0; ) {
    day = addDays(day, Math.sign(days))
    if (isWorkingDay(day)) left -= 1
  }
  return day
}

/** The last working day before the loading day: what the demo data tells ends there. */
export const lastWorkingDay = (today: string): string =>
  isWorkingDay(today) ? workingDay(today, -1) : workingDay(today, 0)

export const instant = (date: string, hour: number, minute = 0): Date =>
  new Date(Date.parse(date) + (hour * 60 + minute) * 60_000)
