import { Problem } from '@milepost/service-kit/problem'
import type { FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { addressKey } from './address-key.ts'
import type { CountRequest } from './count-requests.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Tries a password or a refresh token: counted per address, and strictly. */
    signIn?: 'login' | 'refresh'
    /** Neither the API nor a socket: the app's own files, health. */
    unlimited?: true
  }
}

interface RateLimitOptions {
  countRequest: CountRequest
  perMinute: number
  loginsPerMinute: number
}

/** Every page that opens renews its session once, so an office behind one address needs more of these. */
const refreshesPerLogin = 3

/** Counts every call, the refused ones too, per person or else per address. */
export const rateLimit = fp<RateLimitOptions>(
  async (app, { countRequest, perMinute, loginsPerMinute }) => {
    app.addHook('onRequest', async (request, reply) => {
      const { unlimited } = request.routeOptions.config
      if (unlimited) return
      const { key, limit } = bucketOf(request)
      const { count, endsInMs } = await countRequest(key)
      const resetSeconds = Math.ceil(endsInMs / 1000)
      // draft-ietf-httpapi-ratelimit-headers-03, the form most clients read.
      reply.header('ratelimit-limit', limit)
      reply.header('ratelimit-remaining', Math.max(limit - count, 0))
      reply.header('ratelimit-reset', resetSeconds)
      if (count > limit) throw tooManyRequests(Math.max(resetSeconds, 1))
    })

    function bucketOf(request: FastifyRequest) {
      const { signIn } = request.routeOptions.config
      const address = addressKey(request.ip)
      if (signIn === 'login') return { key: `login:${address}`, limit: loginsPerMinute }
      if (signIn === 'refresh') {
        return { key: `refresh:${address}`, limit: loginsPerMinute * refreshesPerLogin }
      }
      const who = request.token ? `user:${request.actor.id}` : `address:${address}`
      return { key: who, limit: perMinute }
    }
  },
)

/** 429: the limit of this minute is used up. */
export const tooManyRequests = (retryAfterSeconds: number) =>
  new Problem({
    kind: 'too-many-requests',
    status: 429,
    detail: 'That were too many requests. Wait a moment.',
    retryAfterSeconds,
  })
