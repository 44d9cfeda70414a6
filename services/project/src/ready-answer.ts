import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'

const compress = promisify(gzip)

/** An answer's bytes, made once and sent many times. */
export interface ReadyAnswer {
  json: Buffer
  gzip: Buffer
  /** How often it was sent; what is sent again is worth a second, slower compression. */
  sent: number
}

/** Level 1 takes a quarter of the time of the usual 6, and somebody is waiting. */
export async function readyAnswer(json: Buffer): Promise<ReadyAnswer> {
  return { json, gzip: await compress(json, { level: 1 }), sent: 0 }
}

/** Whether the caller already has what this names. */
export function isUnchanged({ headers }: FastifyRequest, etag: string): boolean {
  const asked = headers['if-none-match']
  return (asked ?? '').split(',').some((one) => tagOf(one) === etag)
}

/** Without the mark of a weak tag and of the encoding it was sent in. */
const tagOf = (text: string) =>
  text
    .trim()
    .replace(/^W\//, '')
    .replace(/-gzip"$/, '"')

/** Sends bytes as they are: they have the contract's shape already, and parsing them again is the cost saved. */
export function sendReady(
  request: FastifyRequest,
  reply: FastifyReply,
  { answer, etag }: { answer: ReadyAnswer; etag: string },
) {
  const { headers } = request
  const gzipped = /\bgzip\b/.test(String(headers['accept-encoding'] ?? ''))
  answer.sent += 1
  if (answer.sent === 2) squeeze(answer, request)
  reply.header('content-type', 'application/json; charset=utf-8')
  reply.header('etag', gzipped ? etag.replace(/"$/, '-gzip"') : etag)
  reply.header('cache-control', 'private, no-cache')
  reply.header('vary', 'accept-encoding, authorization')
  if (gzipped) reply.header('content-encoding', 'gzip')
  return reply.send(gzipped ? answer.gzip : answer.json)
}

/** Sends JSON as it is, like `sendReady`, to one who asks once. */
export function sendJson(reply: FastifyReply, json: string) {
  return reply.header('content-type', 'application/json; charset=utf-8').send(json)
}

export function sendUnchanged(reply: FastifyReply, etag: string) {
  reply.header('etag', etag)
  reply.header('cache-control', 'private, no-cache')
  reply.header('vary', 'accept-encoding, authorization')
  return reply.code(304).send()
}

/** A fifth smaller from the third time on, made off the event loop. */
function squeeze(answer: ReadyAnswer, { log }: FastifyRequest) {
  compress(answer.json, { level: 6 }).then(
    (smaller) => {
      answer.gzip = smaller
    },
    (error) => log.warn({ err: error }, 'an answer stays as large as it is'),
  )
}
