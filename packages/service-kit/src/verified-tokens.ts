import type { Actor } from './authentication.ts'

export interface VerifiedToken {
  actor: Actor
  /** Unix seconds. */
  issuedAt: number
  /** Unix seconds. */
  expiresAt: number
}

/** A few hundred bytes each. Far more people than one process serves within a token's five minutes. */
const rememberedMax = 5_000

/**
 * Remembers good tokens until they expire, so that a signature is checked once and not per request.
 * Bad tokens are not remembered: they would push the good ones out.
 */
export function verifiedTokens(
  verify: (token: string) => VerifiedToken | undefined,
  now = () => Date.now() / 1000,
): (token: string) => VerifiedToken | undefined {
  const remembered = new Map<string, VerifiedToken>()

  return (token) => {
    const known = remembered.get(token)
    if (known) {
      if (known.expiresAt > now()) return known
      remembered.delete(token)
      return undefined
    }
    const verified = verify(token)
    if (!verified) return undefined
    if (remembered.size >= rememberedMax) {
      // A map keeps its order of insertion, so the first is the oldest.
      for (const oldest of remembered.keys()) {
        remembered.delete(oldest)
        break
      }
    }
    remembered.set(token, verified)
    return verified
  }
}
