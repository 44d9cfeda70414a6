import type { Db } from '@milepost/db-schemas/database'
import type { LogLevel } from '@milepost/service-kit/logger-options'
import type { PasswordHashing } from '#passwords/password-hashing.ts'

/** What the service is built from: main.ts makes the real ones, tests make their own. */
export interface AuthDeps {
  db: Db
  passwords: PasswordHashing
  jwtSecret: string
  serviceSecret: string
  /** Whether browsers reach us over TLS. */
  cookieSecure: boolean
  logLevel: LogLevel
  version: string
  /** Called after a request that may have left events in the outbox. */
  onWritten: () => void
  /** Resolve when the part answers; shown by /health. */
  checks: { database: () => Promise<unknown>; redis: () => Promise<unknown> }
}
