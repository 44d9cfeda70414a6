import { AccessLog } from '@milepost/service-kit/access-log'
import type { FastifyRequest } from 'fastify'

/**
 * A line for whatever is asked of the API or refused at the door. The app's own files, the API
 * reference and the probes are worth none.
 */
export class GatewayLog extends AccessLog {
  protected override isQuiet({ routeOptions: { url = '' } }: FastifyRequest): boolean {
    return !url.startsWith('/api/') && url !== '/ws'
  }
}
