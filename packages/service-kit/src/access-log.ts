import { type FastifyReply, type FastifyRequest, LogController } from 'fastify'

/** Asked every few seconds by whoever keeps the service running; not worth a line each. */
const isProbe = (url: string | undefined) => url?.startsWith('/health') || url === '/metrics'

/** Requests whose one line is written: a refusal says more than that it was answered. */
const told = new WeakSet<FastifyRequest>()
export const lineIsWritten = (request: FastifyRequest) => void told.add(request)

/**
 * What every line about a request says. The route is the pattern, for a path carries ids; where there is
 * no route the path is all there is to go by. Never the query.
 */
export function requestFields(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number = reply.statusCode,
) {
  const [path = ''] = request.url.split('?', 1)
  return {
    method: request.method,
    route: request.routeOptions.url ?? path.slice(0, 200),
    status,
    duration_ms: Math.round(reply.elapsedTime * 10) / 10,
    user_id: request.actor?.id,
  }
}

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
    if (error)
      request.log.warn({ ...requestFields(request, reply), err: error }, 'request broke off')
    else if (told.has(request)) return
    else if (this.isQuiet(request)) {
      request.log.debug(requestFields(request, reply), 'request completed')
    } else request.log.info(requestFields(request, reply), 'request completed')
  }

  /** Whether this request is worth a line only when somebody looks closely. */
  protected isQuiet(request: FastifyRequest): boolean {
    return isProbe(request.routeOptions.url) ?? false
  }
}
