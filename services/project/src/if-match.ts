import type { FastifyRequest } from 'fastify'

/** The version a deletion names as `If-Match: "3"`; undefined when it names none. */
export function versionInIfMatch({ headers }: FastifyRequest): number | undefined {
  const [, version] = /^"(\d+)"$/.exec(headers['if-match'] ?? '') ?? []
  return version === undefined ? undefined : Number(version)
}
