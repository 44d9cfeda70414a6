import type { IncomingHttpHeaders } from 'node:http'
import { v7 as uuidv7 } from 'uuid'

/** A correlation id someone else chose is only kept when it cannot break a log line or a header. */
const wellFormedCorrelationId = /^[\w.-]{8,128}$/

/** The caller's correlation id when it is well formed, else a new one. */
export function correlationIdFrom(headers: IncomingHttpHeaders): string {
  const given = headers['x-correlation-id']
  return typeof given === 'string' && wellFormedCorrelationId.test(given) ? given : uuidv7()
}

/** https://www.w3.org/TR/trace-context/#traceparent-header, version 00. All zeroes mean "no trace". */
const wellFormedTraceparent = /^00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/

/** The trace the caller is part of, to be passed on to the services this request calls. */
export function traceparentFrom(headers: IncomingHttpHeaders): string | undefined {
  const { traceparent } = headers
  return typeof traceparent === 'string' && wellFormedTraceparent.test(traceparent)
    ? traceparent
    : undefined
}
