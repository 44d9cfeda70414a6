import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http'

/** About one connection and not the message (RFC 9110 §7.6.1), or ours to say. */
const notPassed = new Set([
  'connection',
  'date',
  'keep-alive',
  'proxy-authenticate',
  'proxy-connection',
  'server',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'x-powered-by',
])

/** What the client is told: the service's headers, and over them the gateway's own. */
export function responseHeaders(
  upstream: IncomingHttpHeaders,
  own: OutgoingHttpHeaders,
): OutgoingHttpHeaders {
  const headers: OutgoingHttpHeaders = {}
  for (const name in upstream) if (!notPassed.has(name)) headers[name] = upstream[name]
  const { vary, 'content-security-policy': policy } = upstream
  for (const name in own) headers[name] = own[name]
  if (vary !== undefined && own.vary !== undefined) headers.vary = `${own.vary}, ${vary}`
  // Where two are sent both hold: a service can allow less than we do, never more.
  const ownPolicy = own['content-security-policy']
  if (typeof policy === 'string' && typeof ownPolicy === 'string') {
    headers['content-security-policy'] = `${ownPolicy}, ${policy}`
  }
  return headers
}
