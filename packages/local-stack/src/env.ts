import { z } from 'zod'

const port = z.coerce
  .number({ error: 'must be a port, 1 to 65535' })
  .int()
  .min(1)
  .max(65_535)
  .optional()

/** What a person may say to `npm start`, `npm run dev` and `npm test`. Unset is fine for all of it. */
export const envSchema = z.object({
  GATEWAY_PORT: port.describe('Port of the app, 3000 if unset. A taken one is refused.'),
  AUTH_PORT: port.describe('8001 if unset; this and the ports below give way when they are taken.'),
  PROJECT_PORT: port.describe('8002 if unset.'),
  INSIGHTS_PORT: port.describe('8003 if unset.'),
  INSIGHTS_WORKER_PORT: port.describe('8013 if unset.'),
  TIMESHEET_PORT: port.describe('8004 if unset.'),
  METRICS_PORT: port.describe('Of the gateway’s metrics, 9100 if unset.'),
  POSTGRES_PORT: port.describe('Of the embedded PostgreSQL, 55432 if unset.'),
  REDIS_PORT: port.describe('Of the Redis started here, 56379 if unset.'),
  DATABASE_URL: z
    .url()
    .optional()
    .describe(
      'A PostgreSQL 16 to use instead of the embedded one, as a role that may create roles.',
    ),
  REDIS_URL: z.url().optional().describe('A Redis 7 to use instead of starting one.'),
  MILEPOST_DEMO: z
    .stringbool()
    .default(true)
    .describe('false starts without the demo portfolio and its logins.'),
  TEST_DATABASE_URL: z
    .url()
    .optional()
    .describe('PostgreSQL for tests, which make databases of their own there. Else DATABASE_URL.'),
  TEST_REDIS_URL: z
    .url()
    .optional()
    .describe('Redis for tests, which use its empty databases. Else REDIS_URL.'),
  CHROMIUM_PATH: z
    .string()
    .optional()
    .describe('The browser for journeys. Else an installed one, else one from npm.'),
})
export type Env = z.infer<typeof envSchema>

/** Throws an error that names every variable that is wrong. */
export function readEnv(): Env {
  // A variable set to nothing is a variable not set.
  const given = Object.entries(process.env).filter(([, value]) => value !== '')
  const result = envSchema.safeParse(Object.fromEntries(given))
  if (!result.success) throw new Error(z.prettifyError(result.error))
  return result.data
}
