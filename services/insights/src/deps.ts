import type { Db } from '@milepost/db-schemas/database'
import type { LogLevel } from '@milepost/service-kit/logger-options'

/** What the service is built from: main.ts makes the real ones, tests make their own. */
export interface InsightsDeps {
  db: Db
  jwtSecret: string
  serviceSecret: string
  logLevel: LogLevel
  version: string
  /** Called after an analysis was queued, so that its event is on its way at once. */
  onQueued: () => void
  /** Resolve when the part answers; shown by /health. */
  checks: { database: () => Promise<unknown>; redis: () => Promise<unknown> }
}
