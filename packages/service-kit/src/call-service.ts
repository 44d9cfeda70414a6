import type { z } from 'zod'
import { Problem } from './problem.ts'
import { signServiceToken } from './service-token.ts'

/** Another service of ours is away. Catch it to go on without; uncaught it is a 503. */
export class ServiceUnavailable extends Problem {
  constructor(cause: unknown) {
    super({
      kind: 'unavailable',
      status: 503,
      detail: 'Part of Milepost is unavailable. Try again shortly.',
      retryAfterSeconds: 5,
      cause,
    })
    this.name = 'ServiceUnavailable'
  }
}

interface ServiceCall<Answer extends z.ZodType> {
  /** Such as `http://project:8002`. */
  baseUrl: string
  /** With its query: `/internal/v1/portfolio?limit=50`. */
  path: string
  method?: 'GET' | 'POST'
  body?: unknown
  /** The contract of a 2xx answer. */
  answer: Answer
  /** The caller, as the called service logs it. */
  serviceName: string
  serviceSecret: string
  correlationId: string
  traceparent?: string | undefined
  timeoutMs: number
}

/**
 * Asks another service, as this service. Throws `ServiceUnavailable` when it is away, too slow or says
 * 5xx, and a plain error when it refuses us or breaks its contract: then one of the two is wrong.
 */
export async function callService<Answer extends z.ZodType>(
  call: ServiceCall<Answer>,
): Promise<z.output<Answer>> {
  const response = await send(call)
  const { status } = response
  if (status >= 500 || status === 429) {
    await response.body?.cancel()
    throw new ServiceUnavailable(new Error(`${call.path} answered ${status}`))
  }
  if (!response.ok) throw new Error(`${call.path} answered ${status}: ${await response.text()}`)
  return call.answer.parse(await readJson(response))
}

async function send<Answer extends z.ZodType>(call: ServiceCall<Answer>): Promise<Response> {
  const { baseUrl, path, method = 'GET', body, timeoutMs } = call
  const request: RequestInit = {
    method,
    headers: {
      authorization: `Bearer ${signServiceToken(call.serviceName, call.serviceSecret)}`,
      'x-correlation-id': call.correlationId,
      ...(call.traceparent !== undefined && { traceparent: call.traceparent }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  }
  const url = new URL(path, baseUrl)
  try {
    return await fetch(url, request)
  } catch (error) {
    // A refused connection never reached the service, and a GET may be asked twice anyway.
    if (method !== 'GET' || !wasRefused(error)) throw new ServiceUnavailable(error)
  }
  try {
    return await fetch(url, request)
  } catch (error) {
    throw new ServiceUnavailable(error)
  }
}

/** The body may still break off or run into the timeout after a 200. */
async function readJson(response: Response): Promise<unknown> {
  let text: string
  try {
    text = await response.text()
  } catch (error) {
    throw new ServiceUnavailable(error)
  }
  return JSON.parse(text)
}

const wasRefused = (error: unknown) =>
  error instanceof Error &&
  error.cause instanceof Error &&
  'code' in error.cause &&
  error.cause.code === 'ECONNREFUSED'
