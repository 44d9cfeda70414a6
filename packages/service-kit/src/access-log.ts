import { type FastifyReply, type FastifyRequest, LogController } from 'fastify'

/** Asked every few seconds by whoever keeps the service running; not worth a line each. */
const isProbe = (url: string | undefined) => url?.startsWith('/health') || url === '/metrics'

/** One line per request, when it is answered. Fastify's own two lines carry the URL, and with it ids and queries. */
export class AccessLog extends LogController {
  constructor() {
    super({ requestIdLogLabel: 'correlation_id' })
  }

  override incomingRequest(): void {}

  override routeNotFound(): void {}

  override requestCompleted(
    error: Error | null | undefined,
    request: FastifyRequest,
    reply: FastifyReply,
  ): void {
    const { url } = request.routeOptions
    const fields = {
      method: request.method,
      route: url ?? 'none',
      status: reply.statusCode,
      duration_ms: Math.round(reply.elapsedTime * 10) / 10,
      user_id: request.actor?.id,
      ...(error && { err: error }),
    }
    if (isProbe(url)) request.log.debug(fields, 'request completed')
    else request.log.info(fields, 'request completed')
  }
}
