import { forbidden } from '@milepost/service-kit/problem'
import type { FastifyRequest } from 'fastify'

/**
 * Refuses a request that another site's page sent with our cookie. `SameSite=Strict` keeps browsers
 * from doing so; this stands behind it. Programs send no Origin and are let through.
 */
export function refuseForeignOrigin({ headers }: Pick<FastifyRequest, 'headers'>): void {
  const { origin } = headers
  if (origin === undefined) return
  const host = [headers['x-forwarded-host'] ?? headers.host].flat().at(-1)
  if (!URL.canParse(origin) || new URL(origin).host !== host) {
    throw forbidden('This may only be asked from the app itself.')
  }
}
