import { Problem } from '@milepost/service-kit/problem'
import fp from 'fastify-plugin'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Takes a file as it comes in: it is passed on piece by piece, and may take its time. */
    streamsBody?: true
  }
}

/** Ends requests whose body has not arrived in time. Where files are taken, only the server's own limit holds. */
export const bodyDeadline = fp<{ msMax: number }>(async (app, { msMax }) => {
  app.addHook('onRequest', (request, reply, done) => {
    const { headers, raw, routeOptions } = request
    done()
    const hasBody = 'transfer-encoding' in headers || Number(headers['content-length'] ?? 0) > 0
    if (!hasBody || raw.complete || routeOptions.config.streamsBody) return
    const timer = setTimeout(() => {
      reply.header('connection', 'close').send(bodyOverdue())
    }, msMax)
    const clear = () => clearTimeout(timer)
    raw.once('end', clear)
    reply.raw.once('close', clear)
  })
})

const bodyOverdue = () =>
  new Problem({
    kind: 'request-timeout',
    status: 408,
    detail: 'The request did not arrive in time.',
  })
