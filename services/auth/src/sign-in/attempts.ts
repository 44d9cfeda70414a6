/** Failed sign-ins per account and address, within the window. */
const failuresMax = 5
export const windowMinutes = 15

const windowMs = windowMinutes * 60_000

/** Failures before this instant no longer count. */
export const windowStart = (now: Date) => new Date(now.getTime() - windowMs)

/**
 * How a further attempt stands, given the failures within the window: how many tries are left after
 * it should it fail too, or in how many seconds the next one is allowed.
 */
export function standingOf(
  failedAt: readonly Date[],
  now: Date,
): { triesLeft: number } | { retryAfterSeconds: number } {
  if (failedAt.length < failuresMax) return { triesLeft: failuresMax - failedAt.length - 1 }
  const times = failedAt.map((at) => at.getTime()).sort((a, b) => a - b)
  // One is allowed again as soon as fewer than the limit are left in the window.
  const decisive = times[times.length - failuresMax] ?? 0
  const seconds = Math.ceil((decisive + windowMs - now.getTime()) / 1000)
  return { retryAfterSeconds: Math.max(1, seconds) }
}
