import {
  methodNotAllowed,
  notFound,
  tokenStale,
  unauthenticated,
} from '@milepost/service-kit/problem'
import fp from 'fastify-plugin'

/** Methods an address of ours may have. */
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']

/** Refuses what has no route, and on routes that are not public whoever shows no good token. */
export const requireToken = fp(async (app) => {
  app.addHook('onRoute', ({ method, url, config }) => {
    if (config?.access === undefined) throw new Error(`${method} ${url} declares no access`)
  })

  app.addHook('onRequest', (request, _, done) => {
    if (request.is404) {
      return done(methods.includes(request.method) ? notFound() : methodNotAllowed(methods))
    }
    if (request.routeOptions.config.access === 'public' || request.token) return done()
    done(request.tokenIsStale ? tokenStale() : unauthenticated())
  })
})
