import { z } from 'zod'

const password = z.string().min(16)

/** What the migration job reads. The owner role of DATABASE_URL must be allowed to create roles. */
export const envSchema = z.object({
  DATABASE_URL: z.url().describe('PostgreSQL, as the role that owns the tables.'),
  AUTH_DB_PASSWORD: password.describe('Given to the login role `auth_service`; 16 characters.'),
  PROJECT_DB_PASSWORD: password.describe('Given to the login role `project_service`.'),
  INSIGHTS_DB_PASSWORD: password.describe('Given to the login role `insights_service`.'),
  TIMESHEET_DB_PASSWORD: password.describe('Given to the login role `timesheet_service`.'),
})
export type Env = z.infer<typeof envSchema>

/** Throws an error that names every variable that is missing or wrong. */
export function readEnv(): Env {
  const result = envSchema.safeParse(process.env)
  if (!result.success) throw new Error(z.prettifyError(result.error))
  return result.data
}

/** What the demo loader reads. */
export const demoEnvSchema = z.object({
  MILEPOST_PROFILE: z
    .enum(['demo', 'production'])
    .default('demo')
    .describe('In `production` the demo data refuses to load: its passwords are public.'),
})

/** Throws where the profile is neither; one that is set to nothing counts as not set. */
export const readProfile = () =>
  demoEnvSchema.parse({ MILEPOST_PROFILE: process.env.MILEPOST_PROFILE || undefined })
    .MILEPOST_PROFILE
