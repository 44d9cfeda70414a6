import type { IncomingHttpHeaders } from 'node:http'
import { traceparentFrom } from '@milepost/service-kit/correlation'
import type { FastifyRequest } from 'fastify'

/**
 * What a service hears of the client's headers. A list of what passes rather than of what does not:
 * a header somebody invents to be believed (X-User-Id, X-Roles, Forwarded) is simply not on it.
 */
const passed = [
  'accept',
  'accept-encoding',
  'accept-language',
  'authorization',
  'content-encoding',
  'content-type',
  'cookie',
  'idempotency-key',
  'if-match',
  'if-modified-since',
  'if-none-match',
  'if-range',
  'origin',
  'range',
  'sec-fetch-site',
  'user-agent',
] as const

/** The headers of the exchange with the service. Ours say who is asking, whatever the client claims. */
export function requestHeaders({ headers, id, ip, protocol, host }: FastifyRequest): string[] {
  const sent = ['x-correlation-id', id, 'x-forwarded-for', ip, 'x-forwarded-proto', protocol]
  if (host !== '') sent.push('x-forwarded-host', host)
  for (const name of passed) {
    const value = headerOf(headers, name)
    if (value !== undefined) sent.push(name, value)
  }
  const traceparent = traceparentFrom(headers)
  if (traceparent !== undefined) sent.push('traceparent', traceparent)
  return sent
}

function headerOf(headers: IncomingHttpHeaders, name: (typeof passed)[number]): string | undefined {
  const value: string | string[] | undefined = headers[name]
  return Array.isArray(value) ? value.join(', ') : value
}
