import { Problem } from '@milepost/service-kit/problem'

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
