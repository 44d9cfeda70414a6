import { z } from 'zod'
import { namedRefSchema, timezoneSchema } from './common.ts'
import { roleSchema } from './roles.ts'

export const loginSchema = z.strictObject({
  email: z.string().trim().min(1).max(254),
  password: z.string().min(1).max(128),
  /** API clients that keep no cookies ask for the refresh token in the body. */
  return_refresh_token: z.boolean().optional(),
})
export type Login = z.infer<typeof loginSchema>

/** The person who is signed in, as the app needs them. */
export const meSchema = z.object({
  id: z.uuid(),
  email: z.string(),
  display_name: z.string(),
  roles: z.array(roleSchema),
  teams: z.array(namedRefSchema),
  timezone: z.string(),
  version: z.int(),
})
export type Me = z.infer<typeof meSchema>

/** Answer to a sign-in and to a refresh. The refresh token itself travels in an HttpOnly cookie. */
export const signedInSchema = z.object({
  access_token: z.string(),
  /** Seconds. */
  expires_in: z.int(),
  user: meSchema,
  refresh_token: z.string().optional(),
})
export type SignedIn = z.infer<typeof signedInSchema>

export const refreshSchema = z.strictObject({ refresh_token: z.string().max(200).optional() })

export const updateMeSchema = z
  .strictObject({
    display_name: z.string().trim().min(1).max(120).optional(),
    timezone: timezoneSchema.optional(),
    new_password: z.string().min(15).max(128).optional(),
    current_password: z.string().min(1).max(128).optional(),
    version: z.int().positive(),
  })
  .refine(
    ({ new_password, current_password }) =>
      new_password === undefined || current_password !== undefined,
    { path: ['current_password'], message: 'A new password needs the current one.' },
  )
export type UpdateMe = z.infer<typeof updateMeSchema>

/** RFC 7517. Empty while tokens are signed with a shared secret. */
export const jwksSchema = z.object({ keys: z.array(z.record(z.string(), z.unknown())) })
