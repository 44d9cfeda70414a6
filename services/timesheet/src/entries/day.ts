import { invalidRequest, Problem } from '@milepost/service-kit/problem'
import { addDays, localDate } from '#weeks/iso-week.ts'

const dayMinutes = 1440

/** Throws 422 for more minutes than are left of a day. */
export function refuseOverfullDay(minutesBefore: number, minutes: number): void {
  const left = dayMinutes - minutesBefore
  if (minutes <= left) return
  throw new Problem({
    kind: 'day-full',
    status: 422,
    detail: `A day has ${dayMinutes} minutes, and ${left} of this one are left.`,
    errors: [{ pointer: '#/minutes', detail: `At most ${left}.` }],
  })
}

/** Days from today that leave and other planned time can be entered for. */
const aheadDaysMax = 31

/** Throws 400 for a day so far ahead that it is more likely a slip of the keys than planned leave. */
export function refuseFarAhead(workDate: string, now: Date): void {
  // UTC: the owner's time zone moves the end by a day at most.
  const last = addDays(localDate(now, 'UTC'), aheadDaysMax)
  if (workDate <= last) return
  throw invalidRequest([
    { pointer: '#/work_date', detail: `At most ${aheadDaysMax} days ahead: until ${last}.` },
  ])
}
