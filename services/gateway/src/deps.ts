import type { LogLevel } from '@milepost/service-kit/logger-options'
import type { ServiceName } from '#proxy/routes.ts'

/** What the gateway is built from: main.ts reads it from the environment, tests make their own. */
export interface GatewayDeps {
  redisUrl: string
  jwtSecret: string
  logLevel: LogLevel
  version: string
  upstreams: Record<ServiceName, readonly string[]>
  webRoot: string
  openApiDir: string
  corsOrigins: readonly string[]
  requestsPerMinute: number
  loginsPerMinute: number
  socketsPerUser: number
  socketsPerAddress: number
  demoProfile: boolean
  /** Whose forwarding headers to believe: nobody's, those of whoever connects, or of some networks. */
  trustProxy: boolean | string
  tls: boolean
}
