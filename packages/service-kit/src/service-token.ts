import { createSigner, createVerifier } from 'fast-jwt'
import { z } from 'zod'

/** Tokens that one service shows another; a person's token never has this audience. */
const issuer = 'milepost'
const audience = 'milepost-internal'
const lifeSeconds = 60

const claimsSchema = z.object({ sub: z.string().min(1), typ: z.literal('service') })

/** Signs what a service shows another service, valid for 60 s. */
export function signServiceToken(service: string, serviceSecret: string): string {
  const sign = createSigner({
    key: serviceSecret,
    algorithm: 'HS256',
    iss: issuer,
    aud: audience,
    sub: service,
    expiresIn: lifeSeconds * 1000,
  })
  return sign({ typ: 'service' })
}

/** Answers "which service says so?" for a token, and undefined for every token that is not one of ours. */
export function serviceTokenVerifier(serviceSecret: string): (token: string) => string | undefined {
  const verify = createVerifier({
    key: serviceSecret,
    algorithms: ['HS256'],
    allowedIss: issuer,
    allowedAud: audience,
    requiredClaims: ['exp', 'iss', 'aud', 'sub', 'typ'],
  })
  return (token) => {
    try {
      const claims = claimsSchema.safeParse(verify(token))
      return claims.success ? claims.data.sub : undefined
    } catch {
      // Translates: whatever is wrong with the token, it opens nothing.
      return undefined
    }
  }
}
