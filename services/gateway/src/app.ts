import { randomUUID } from 'node:crypto'
import cors from '@fastify/cors'
import { authentication } from '@milepost/service-kit/authentication'
import { correlationIdFrom } from '@milepost/service-kit/correlation'
import { letGoOfIdleConnections } from '@milepost/service-kit/let-go-of-idle-connections'
import { loggerOptions } from '@milepost/service-kit/logger-options'
import { openRedis } from '@milepost/service-kit/open-redis'
import { answerWithProblem, problemResponses } from '@milepost/service-kit/problem-responses'
import { staleTokens as createStaleTokens } from '@milepost/service-kit/stale-tokens'
import Fastify from 'fastify'
import { identify } from './access/identify.ts'
import { requireToken } from './access/require-token.ts'
import { answerClientError } from './answers/client-error.ts'
import { GatewayLog } from './answers/gateway-log.ts'
import { health } from './answers/health.ts'
import { gatewayMetrics, timeRequests } from './answers/metrics.ts'
import { secureAnswers, securityHeaders } from './answers/security-headers.ts'
import type { GatewayDeps } from './deps.ts'
import { bodyDeadline } from './limits/body-deadline.ts'
import { countRequests } from './limits/count-requests.ts'
import { rateLimit } from './limits/rate-limit.ts'
import { openLive } from './live/open-live.ts'
import { liveRoutes, sockets } from './live/routes.ts'
import { openServices } from './proxy/open-services.ts'
import { proxyRoutes } from './proxy/routes.ts'
import { strictPath } from './proxy/strict-path.ts'
import { apiReference } from './web/api-reference.ts'
import { webRoutes } from './web/routes.ts'

/** The whole gateway, not yet listening: main.ts listens, tests inject. */
export async function buildApp(deps: GatewayDeps) {
  const headers = securityHeaders({ tls: deps.tls })
  const metrics = gatewayMetrics()
  const staleTokens = createStaleTokens()

  const app = Fastify({
    logger: loggerOptions('gateway', deps.logLevel),
    logController: new GatewayLog(),
    // Most clients send none, and these cost a twentieth of an ordered id.
    genReqId: ({ headers: given }) =>
      given['x-correlation-id'] === undefined ? randomUUID() : correlationIdFrom(given),
    // One step, and not the whole list that a client may have begun.
    trustProxy: deps.trustProxy === true ? (_, hop) => hop === 0 : deps.trustProxy,
    exposeHeadRoutes: false,
    bodyLimit: 1_048_576,
    // The whole request must have arrived by then: a file over a slow line. Others have less time.
    requestTimeout: 300_000,
    connectionTimeout: 60_000,
    keepAliveTimeout: 65_000,
    // Who is connected when we stop is still answered, and told to connect anew.
    return503OnClosing: false,
    // Only sockets of ours are upgrades; a client that offers HTTP/2 in passing gets HTTP/1.1.
    http: {
      maxHeaderSize: 16_384,
      headersTimeout: 5_000,
      connectionsCheckingInterval: 1_000,
      shouldUpgradeCallback: ({ url, headers: { upgrade } }) =>
        url?.split('?', 1)[0] === '/ws' && upgrade?.toLowerCase() === 'websocket',
    },
    frameworkErrors(error, request, reply) {
      reply.headers(headers)
      answerWithProblem(error, request, reply)
    },
    clientErrorHandler: (error, socket) => answerClientError(error, socket, headers),
  })

  const redis = openRedis(deps.redisUrl, { name: 'gateway', onError: redisFailed })
  // Requests of the same moment are counted in one exchange.
  redis.options.enableAutoPipelining = true
  let redisWasReady = true
  redis.on('ready', () => {
    redisWasReady = true
  })
  const services = openServices(deps.upstreams, metrics.breakerChanged)
  const live = openLive({
    redis,
    project: services.byName.project,
    staleTokens,
    metrics,
    log: app.log,
  })
  let draining = false

  /** Once per outage in full; the attempts after it say nothing new. */
  function redisFailed(error: Error): void {
    if (redisWasReady) app.log.warn({ err: error }, 'Redis is away')
    else app.log.debug({ err: error }, 'Redis is still away')
    redisWasReady = false
  }

  // The order is the point: everything carries the headers and is counted, then refused if it must be.
  // Sockets come first, so that a refused upgrade is known for one, and its connection ended.
  await app.register(letGoOfIdleConnections)
  await app.register(problemResponses)
  await app.register(authentication, { jwtSecret: deps.jwtSecret })
  await app.register(sockets, { connections: live.connections })
  await app.register(timeRequests, { metrics })
  await app.register(secureAnswers, { headers })
  if (deps.corsOrigins.length > 0) {
    await app.register(cors, {
      origin: [...deps.corsOrigins],
      credentials: true,
      methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
      exposedHeaders: ['etag', 'ratelimit-remaining', 'retry-after', 'x-correlation-id'],
      maxAge: 600,
    })
  }
  await app.register(strictPath)
  await app.register(bodyDeadline, { msMax: 15_000 })
  await app.register(identify, { staleTokens })
  await app.register(rateLimit, {
    countRequest: countRequests(redis, (error) => {
      metrics.limiterFallbacks.inc()
      app.log.warn({ err: error }, 'counting requests without Redis')
    }),
    perMinute: deps.requestsPerMinute,
    loginsPerMinute: deps.loginsPerMinute,
  })
  await app.register(requireToken)

  await app.register(health, {
    services: Object.values(services.byName),
    checkRedis: () => redis.ping(),
    isDraining: () => draining,
  })
  await app.register(proxyRoutes, { prefix: '/api/v1', services: services.byName })
  await app.register(liveRoutes, {
    ...live,
    staleTokens,
    metrics,
    origins: deps.corsOrigins,
    socketsPerUser: deps.socketsPerUser,
    socketsPerAddress: deps.socketsPerAddress,
  })
  await app.register(apiReference, { dir: deps.openApiDir })
  await app.register(webRoutes, {
    root: deps.webRoot,
    version: deps.version,
    demoProfile: deps.demoProfile,
  })

  app.addHook('preClose', async () => {
    draining = true
  })
  app.addHook('onClose', async () => {
    await live.close()
    await services.close()
    redis.disconnect()
  })
  return { app, metrics }
}
