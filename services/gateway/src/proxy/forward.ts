import { type OutgoingHttpHeaders, STATUS_CODES } from 'node:http'
import { PassThrough } from 'node:stream'
import { Problem, unavailable } from '@milepost/service-kit/problem'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Dispatcher } from 'undici'
import { requestHeaders } from './request-headers.ts'
import { responseHeaders } from './response-headers.ts'
import type { Service } from './service.ts'
import type { Exchange, Upstream } from './upstream.ts'
import { AnswerOverdue } from './watch-upstreams.ts'

class ClientGone extends Error {}

/** Passes the request to the service and its answer back, as it comes and without unpacking it. */
export function forward(service: Service, request: FastifyRequest, reply: FastifyReply): void {
  const upstream = service.pick()
  const startedAt = performance.now()
  if (upstream) exchange({ service, upstream, request, reply, retried: false, startedAt })
  else reply.send(away(service))
}

interface Attempt {
  service: Service
  upstream: Upstream
  request: FastifyRequest
  reply: FastifyReply
  retried: boolean
  startedAt: number
}

function exchange(attempt: Attempt): void {
  const { upstream, request, reply, startedAt } = attempt
  const { breaker, exchanges } = upstream
  const client = reply.raw
  let control: Dispatcher.DispatchController | undefined
  let abortReason: Error | undefined

  const streams = request.routeOptions.config.streamsBody === true
  const entry: Exchange = { startedAt, answering: false, abort }
  exchanges.add(entry)
  const clientGone = () => {
    if (!client.writableFinished) abort(new ClientGone('the client went away'))
  }
  client.once('close', clientGone)
  const flowOn = () => control?.resume()

  function abort(reason: Error): void {
    abortReason ??= reason
    control?.abort(reason)
  }

  function over(): void {
    exchanges.delete(entry)
    client.off('close', clientGone)
    client.off('drain', flowOn)
    // After a refusal the rest is on its way still, in front of the client's next request.
    if (streams) request.raw.resume()
  }

  upstream.pool.dispatch(
    {
      path: request.raw.url ?? '/',
      method: request.method as Dispatcher.HttpMethod,
      headers: requestHeaders(request),
      body: streams ? streamOf(request, entry) : bufferOf(request),
    },
    {
      onRequestStart(controller) {
        control = controller
        if (abortReason) controller.abort(abortReason)
      },
      onResponseStart(_, status, headers) {
        // 103 and the like are about an answer that is still to come.
        if (status < 200) return
        entry.answering = true
        upstream.answeredAt = performance.now()
        if (status >= 500) breaker.failed()
        else breaker.succeeded()
        const own = reply.getHeaders()
        reply.hijack()
        client.writeHead(
          status,
          STATUS_CODES[status],
          responseHeaders(headers, own as OutgoingHttpHeaders),
        )
      },
      onResponseData(controller, chunk) {
        if (client.write(chunk)) return
        controller.pause()
        client.once('drain', flowOn)
      },
      onResponseEnd() {
        over()
        client.end()
      },
      onResponseError(_, error) {
        over()
        failed(attempt, { answering: entry.answering, sent: control !== undefined, error })
      },
    },
  )
}

const bufferOf = ({ body }: FastifyRequest) => (Buffer.isBuffer(body) ? body : null)

/** The body as it comes in. What waits for the client does not wait for the upstream. */
function streamOf({ raw }: FastifyRequest, entry: Exchange): PassThrough {
  entry.startedAt = Number.POSITIVE_INFINITY
  raw.once('end', () => {
    entry.startedAt = performance.now()
  })
  // A stream of its own: whoever gives it up must not take the client's connection down with it.
  const body = new PassThrough()
  body.once('close', () => raw.unpipe(body))
  return raw.pipe(body)
}

interface Failure {
  error: Error
  /** Whether the upstream may have seen the request. */
  sent: boolean
  answering: boolean
}

function failed(attempt: Attempt, { error, sent, answering }: Failure): void {
  const { service, upstream, request, reply, retried } = attempt
  if (error instanceof ClientGone) {
    upstream.breaker.undecided()
    // Nobody is left to answer; Fastify must not try.
    reply.hijack()
    reply.raw.destroy()
    return
  }
  upstream.breaker.failed()
  const { name } = service
  request.log.warn({ upstream: upstream.url, to: name, err: error }, 'upstream failed')

  if (answering) {
    // Half an answer is out; only a broken connection says that the rest is missing.
    reply.raw.destroy()
    return
  }
  if (error instanceof AnswerOverdue) {
    reply.send(overdue(error))
    return
  }
  // Nothing was sent, or what was sent changes nothing: asking another process is safe.
  const repeatable = !sent || request.method === 'GET' || request.method === 'HEAD'
  const isAtHand = request.routeOptions.config.streamsBody !== true
  const other = repeatable && isAtHand && !retried ? service.pick(upstream) : undefined
  if (other) exchange({ ...attempt, upstream: other, retried: true })
  else reply.send(repeatable ? away(service, error) : interrupted(error))
}

const away = ({ name }: Service, cause?: unknown) =>
  unavailable(
    `The ${name} part of Milepost is unavailable. Nothing was changed; try again shortly.`,
    2,
    cause,
  )

const overdue = (cause: unknown) =>
  new Problem({
    kind: 'upstream-timeout',
    status: 504,
    detail:
      'Part of Milepost did not answer in time. Look at the current state before you repeat a change.',
    cause,
  })

const interrupted = (cause: unknown) =>
  new Problem({
    kind: 'upstream-interrupted',
    status: 502,
    detail:
      'The connection broke before the answer. Look at the current state before you repeat a change.',
    cause,
  })
