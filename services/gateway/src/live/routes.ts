import websocket from '@fastify/websocket'
import { liveProtocol } from '@milepost/api-contracts/live'
import { forbidden, notFound } from '@milepost/service-kit/problem'
import type { StaleTokens } from '@milepost/service-kit/stale-tokens'
import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import type { GatewayMetrics } from '#answers/metrics.ts'
import { addressKey } from '#limits/address-key.ts'
import { tooManyRequests } from '#limits/rate-limit.ts'
import { type Connection, createConnection } from './connection.ts'
import type { Connections } from './connections.ts'
import type { Hub } from './hub.ts'
import type { Subscriptions } from './subscribe.ts'

export interface LiveOptions {
  hub: Hub
  connections: Connections
  subscriptions: Subscriptions
  staleTokens: StaleTokens
  metrics: GatewayMetrics
  /** Beside our own origin. */
  origins: readonly string[]
  socketsPerUser: number
  socketsPerAddress: number
}

const messageBytesMax = 16_384
const goingAway = 1001

/** Before any route: the plugin answers upgrades through the same hooks as every request. */
export const sockets = fp<{ connections: Connections }>(async (app, { connections }) => {
  await app.register(websocket, {
    options: {
      maxPayload: messageBytesMax,
      perMessageDeflate: false,
      clientTracking: true,
      handleProtocols: (offered) => (offered.has(liveProtocol) ? liveProtocol : false),
    },
    errorHandler(error, socket, request) {
      // A reader who breaks off or breaks the protocol; nothing of ours failed.
      request.log.debug({ err: error }, 'a live connection broke')
      socket.terminate()
    },
    preClose(done) {
      connections.closeAll(goingAway, 'restarting')
      this.websocketServer.close(() => done())
    },
  })
})

export const liveRoutes: FastifyPluginAsync<LiveOptions> = async (app, options) => {
  const { hub, connections, subscriptions, staleTokens, origins } = options

  app.get(
    '/ws',
    {
      config: { access: 'signed-in' },
      websocket: true,
      preValidation(request, _, done) {
        done(refusal(request))
      },
    },
    (socket, request) => {
      const { token } = request
      if (!token) throw new Error('a socket was opened without a token')
      const connection: Connection = createConnection(socket, token, {
        hub,
        subscriptions,
        staleTokens,
        verifyAccessToken: app.verifyAccessToken,
      })
      connections.add(connection, addressKey(request.ip))
      socket.on('close', () => connections.remove(connection))
    },
  )

  function refusal(request: FastifyRequest): Error | undefined {
    if (!request.ws) return notFound()
    const { origin } = request.headers
    if (origin !== undefined && !isOurs(origin, request)) {
      return forbidden('Pages of this origin may not open a live connection.')
    }
    const { ofUser, ofAddress } = connections.countOf(request.actor.id, addressKey(request.ip))
    if (ofUser >= options.socketsPerUser || ofAddress >= options.socketsPerAddress) {
      return tooManyRequests(60)
    }
    return undefined
  }

  /** The same host; its scheme is only known to whoever ends TLS in front of us. */
  function isOurs(origin: string, { host }: FastifyRequest): boolean {
    if (origins.includes(origin)) return true
    const { host: originHost } = URL.parse(origin) ?? {}
    return originHost !== undefined && originHost === host
  }
}
