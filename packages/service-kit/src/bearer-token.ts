import type { FastifyRequest } from 'fastify'

/** One token after the scheme, in the alphabet of RFC 6750 §2.1. */
const bearer = /^Bearer +([\w.~+/-]+=*) *$/i

/** What the request shows as its token, if it shows anything that could be one. */
export function bearerToken({ headers }: Pick<FastifyRequest, 'headers'>): string | undefined {
  return bearer.exec(headers.authorization ?? '')?.[1]
}
