import { forbidden } from '@milepost/service-kit/problem'
import type { FastifyRequest } from 'fastify'

/**
 * Refuses a request that another site's page sent with our cookie. `SameSite=Strict` keeps browsers
 * from doing so; this stands behind it. Programs send neither header and are let through.
 */
export function refuseForeignOrigin(request: Pick<FastifyRequest, 'headers'>): void {
  if (!isFromOurPages(request)) throw forbidden('This may only be asked from the app itself.')
}

function isFromOurPages({ headers }: Pick<FastifyRequest, 'headers'>): boolean {
  // No page can set this one, and unlike a host name no proxy changes it (W3C Fetch Metadata).
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin'

  const { origin } = headers
  if (origin === undefined) return true
  const host = [headers['x-forwarded-host'] ?? headers.host].flat().at(-1)
  return URL.canParse(origin) && new URL(origin).host === host
}
