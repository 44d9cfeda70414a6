import { accessTokenLifeSeconds } from '@milepost/service-kit/authentication'
import type { VerifiedToken } from '@milepost/service-kit/verified-tokens'

/** Far more people than change roles within five minutes. */
const rememberedMax = 50_000

/**
 * Whose older tokens speak for rights that have changed. An entry is of no use once every token from
 * before it has run out, and goes then.
 */
export function staleTokens(nowSeconds = () => Date.now() / 1000) {
  /** Unix seconds by user, oldest entry first. */
  const before = new Map<string, number>()

  return {
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
