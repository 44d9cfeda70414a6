import { accessTokenLifeSeconds } from './authentication.ts'
import type { VerifiedToken } from './verified-tokens.ts'

/** Far more people than change roles within five minutes. */
const rememberedMax = 50_000

/**
 * Whose older tokens speak for rights that have changed. An entry is of no use once every token from
 * before it has run out, and goes then.
 */
export function staleTokens(nowSeconds = () => Date.now() / 1000) {
  /** Unix seconds by user, the longest known first. */
  const before = new Map<string, number>()

  return {
    /** Tokens count whole seconds, so one from the second of the change itself still passes. */
    refuseBefore(userId: string, at: Date): void {
      const seconds = Math.floor(at.getTime() / 1000)
      if (seconds <= (before.get(userId) ?? 0)) return
      before.delete(userId)
      before.set(userId, seconds)
      for (const [oldest, since] of before) {
        if (since + accessTokenLifeSeconds > nowSeconds() && before.size <= rememberedMax) break
        before.delete(oldest)
      }
    },
    isStale: ({ actor, issuedAt }: VerifiedToken): boolean =>
      issuedAt < (before.get(actor.id) ?? 0),
  }
}
export type StaleTokens = ReturnType<typeof staleTokens>
