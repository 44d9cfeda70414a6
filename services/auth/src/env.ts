import { parseEnv, serviceEnvShape } from '@milepost/service-kit/parse-env'
import { z } from 'zod'

export const envSchema = z.object({
  ...serviceEnvShape,
  PORT: serviceEnvShape.PORT.default(8001),
  COOKIE_SECURE: z
    .stringbool()
    .default(false)
    .describe('true where people reach the app over https: the session cookie then needs it.'),
  PASSWORD_HASHES_AT_ONCE: z.coerce
    .number()
    .int()
    .min(1)
    .max(16)
    .optional()
    .describe(
      'Passwords checked at one time; each takes a core. Unset: all cores but one, 4 at most.',
    ),
})

export const readEnv = () => parseEnv(envSchema, process.env)
