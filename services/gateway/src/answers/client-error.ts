import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { Problem } from '@milepost/service-kit/problem'
import { v7 as uuidv7 } from 'uuid'

const problems: Record<string, Problem> = {
  ERR_HTTP_REQUEST_TIMEOUT: new Problem({
    kind: 'request-timeout',
    status: 408,
    detail: 'The request did not arrive in time.',
  }),
  HPE_HEADER_OVERFLOW: new Problem({
    kind: 'headers-too-large',
    status: 431,
    detail: 'The headers of the request are too large.',
  }),
}
const unreadable = new Problem({
  kind: 'bad-request',
  status: 400,
  detail: 'The request is not HTTP as Milepost reads it.',
})

/** Answers what could not even be parsed as a request, as a problem like any other. */
export function answerClientError(
  error: Error & { code?: string },
  socket: Socket,
  headers: Record<string, string>,
): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const problem = problems[error.code ?? ''] ?? unreadable
  const correlationId = uuidv7()
  const body = JSON.stringify(problem.toDocument(correlationId))
  const lines = Object.entries({
    ...headers,
    'x-correlation-id': correlationId,
    'content-type': 'application/problem+json',
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  }).map(([name, value]) => `${name}: ${value}\r\n`)
  const status = `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? ''}\r\n`
  socket.end(`${status}${lines.join('')}\r\n${body}`)
}
