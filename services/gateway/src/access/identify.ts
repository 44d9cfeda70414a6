import type {} from '@milepost/service-kit/access'
import type { Actor } from '@milepost/service-kit/authentication'
import { bearerToken } from '@milepost/service-kit/bearer-token'
import type { StaleTokens } from '@milepost/service-kit/stale-tokens'
import type { VerifiedToken } from '@milepost/service-kit/verified-tokens'
import type { FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'

declare module 'fastify' {
  interface FastifyRequest {
    /** The token shown, if it is one of ours and still good. */
    token: { text: string; verified: VerifiedToken } | null
    /** A token of ours from before its owner's access changed. */
    tokenIsStale: boolean
  }
}

/**
 * Finds out who is asking, and refuses nobody: the rate limit, which comes next, must count the
 * refused as well. `require-token.ts` refuses.
 */
export const identify = fp<{ staleTokens: StaleTokens }>(async (app, { staleTokens }) => {
  app.decorateRequest('token', null)
  app.decorateRequest('tokenIsStale', false)
  app.decorateRequest('actor', null as unknown as Actor)

  app.addHook('onRequest', (request, _, done) => {
    const text = bearerToken(request) ?? socketToken(request)
    const verified = text === undefined ? undefined : app.verifyAccessToken(text)
    if (text !== undefined && verified) {
      if (staleTokens.isStale(verified)) request.tokenIsStale = true
      else {
        request.token = { text, verified }
        request.actor = verified.actor
      }
    }
    done()
  })
})

/** A browser can set no header on a socket, so its token comes as the name of a sub-protocol. */
function socketToken({ headers }: FastifyRequest): string | undefined {
  const offered = headers['sec-websocket-protocol']
  if (offered === undefined) return undefined
  const named = offered.split(',').find((name) => name.trim().startsWith('bearer.'))
  return named?.trim().slice('bearer.'.length)
}
