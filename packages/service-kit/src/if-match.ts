import type { FastifyRequest } from 'fastify'
import { versionRequired } from './problem.ts'

/** The version a deletion names as `If-Match: "3"`; undefined when it names none. */
export function versionInIfMatch({ headers }: FastifyRequest): number | undefined {
  const [, version] = /^"(\d+)"$/.exec(headers['if-match'] ?? '') ?? []
  return version === undefined ? undefined : Number(version)
}

/** A preValidation hook that refuses a deletion which does not say which version it saw (RFC 6585 §3). */
export async function requireIfMatch(request: FastifyRequest): Promise<void> {
  if (versionInIfMatch(request) === undefined) throw versionRequired()
}
