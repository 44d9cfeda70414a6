import type { FastifyReply, FastifyRequest } from 'fastify'
import type { StaticFile } from './static-files.ts'

const yearSeconds = 31_536_000

/** Answers with the smallest form the client takes, or with 304 when it has this one. */
export function sendFile(file: StaticFile, request: FastifyRequest, reply: FastifyReply) {
  reply
    .header('etag', file.etag)
    .header('vary', 'accept-encoding')
    .header(
      'cache-control',
      file.immutable ? `public, max-age=${yearSeconds}, immutable` : 'no-cache',
    )
  if (request.headers['if-none-match']?.includes(file.etag)) return reply.code(304).send()

  const takes = request.headers['accept-encoding'] ?? ''
  reply.type(file.type)
  if (file.br && /\bbr\b/.test(takes)) return reply.header('content-encoding', 'br').send(file.br)
  if (file.gzip && /\bgzip\b/.test(takes)) {
    return reply.header('content-encoding', 'gzip').send(file.gzip)
  }
  return reply.send(file.plain)
}
