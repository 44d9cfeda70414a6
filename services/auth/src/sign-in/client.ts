import { isIP } from 'node:net'
import type { FastifyRequest } from 'fastify'

/** The browser or program at the other end, as far as we can tell. */
export interface Client {
  address: string
  userAgent: string
}

/**
 * We are reached through the gateway only, and the last address in `X-Forwarded-For` is the one it
 * saw itself. What stands before it is whatever the caller wrote.
 */
export function clientOf({ headers, ip }: Pick<FastifyRequest, 'headers' | 'ip'>): Client {
  const forwarded = [headers['x-forwarded-for']].flat().at(-1)?.split(',').at(-1)?.trim() ?? ''
  return {
    address: withoutZone(isIP(forwarded) === 0 ? ip : forwarded),
    userAgent: (headers['user-agent'] ?? '').slice(0, 300),
  }
}

/** PostgreSQL's inet knows no interface names ("fe80::1%eth0"). */
const withoutZone = (address: string) => address.replace(/%.*$/, '')
