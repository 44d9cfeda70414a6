import type { FastifyReply, FastifyRequest } from 'fastify'
import { LogController } from 'fastify'

/**
 * The service that answers writes the line about a request; here only what the gateway refuses or
 * fails at is worth one, and that is written where it happens.
 */
export class GatewayLog extends LogController {
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
    if (!error && request.log.level !== 'debug') return
    const fields = {
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
      duration_ms: Math.round(reply.elapsedTime * 10) / 10,
    }
    if (error) request.log.warn({ ...fields, err: error }, 'request broke off')
    else request.log.debug(fields, 'request completed')
  }
}
