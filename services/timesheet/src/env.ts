import { parseEnv, serviceEnvShape } from '@milepost/service-kit/parse-env'
import { z } from 'zod'

export const envSchema = z.object({
  ...serviceEnvShape,
  PORT: serviceEnvShape.PORT.default(8004),
})

export const readEnv = () => parseEnv(envSchema, process.env)
