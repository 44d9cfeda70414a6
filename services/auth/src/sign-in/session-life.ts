/** A session that is not used ends; one that is used ends too, later. */
export const idleDays = 14
const absoluteDays = 30

/** Two tabs that refresh at once send the same token; this is how far apart "at once" may be. */
const repeatMs = 30_000

const daysAfter = (instant: Date, days: number) => new Date(instant.getTime() + days * 86_400_000)

export const sessionEnd = (signedInAt: Date) => daysAfter(signedInAt, absoluteDays)

/** When a refresh token stops working: after its idle time, or with its session. */
export function tokenEnd(issuedAt: Date, session: { expires_at: Date }): Date {
  const idle = daysAfter(issuedAt, idleDays)
  return idle < session.expires_at ? idle : session.expires_at
}

interface TokenState {
  expires_at: Date
  rotated_at: Date | null
}

/**
 * What a token that was shown is good for. `successor` is the token it was rotated into, if any.
 * `rotate`: it is the current one. `repeat`: it was until a moment ago, and its successor is current.
 * `expired`: it was left unused for too long. `reused`: a copy of it has been at work.
 */
export function useOf(
  token: TokenState,
  successor: TokenState | undefined,
  now: Date,
): 'rotate' | 'repeat' | 'expired' | 'reused' {
  if (token.rotated_at === null) return token.expires_at > now ? 'rotate' : 'expired'
  const isPreceding = successor !== undefined && successor.rotated_at === null
  const isRecent = now.getTime() - token.rotated_at.getTime() <= repeatMs
  return isPreceding && isRecent ? 'repeat' : 'reused'
}
