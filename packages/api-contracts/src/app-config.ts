import { z } from 'zod'
import { roleSchema } from './roles.ts'

/** `GET /app-config.json`: what the app must know before anybody has signed in. */
export const appConfigSchema = z.object({
  version: z.string(),
  /** Accounts of the demo portfolio, one click each; empty outside the demo profile. */
  demo_accounts: z.array(
    z.object({
      email: z.string(),
      password: z.string(),
      display_name: z.string(),
      role: roleSchema,
      purpose: z.string(),
    }),
  ),
})
export type AppConfig = z.infer<typeof appConfigSchema>
