import type { Db } from '@milepost/db-schemas/database'
import type { LogLevel } from '@milepost/service-kit/logger-options'

/** What the service is built from: main.ts makes the real ones, tests make their own. */
export interface TimesheetDeps {
  db: Db
  jwtSecret: string
  serviceSecret: string
  logLevel: LogLevel
  version: string
  now: () => Date
  /** Called after a request that may have left events in the outbox. */
  onWritten: () => void
  /** Resolve when the part answers; shown by /health. */
  checks: { database: () => Promise<unknown>; redis: () => Promise<unknown> }
}

/** What a feature's routes need of it. */
export type FeatureDeps = Pick<TimesheetDeps, 'db' | 'now'>
