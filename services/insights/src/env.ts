import { parseEnv, serviceEnvShape } from '@milepost/service-kit/parse-env'
import { z } from 'zod'

const url = z.url({ protocol: /^https?$/ })

/** Of the service and of its worker: the same image, started twice. */
export const envSchema = z.object({
  ...serviceEnvShape,
  PORT: serviceEnvShape.PORT.default(8003),
  PROJECT_URL: url.default('http://127.0.0.1:8002').describe('Where the project service is.'),
  TIMESHEET_URL: url.default('http://127.0.0.1:8004').describe('Where the timesheet service is.'),
  ANALYSIS_DEBOUNCE_SECONDS: z.coerce
    .number()
    .min(0)
    .max(3600)
    .default(5)
    .describe(
      'How long after a change its project is analysed, or longer if that takes long; what changes meanwhile is in it.',
    ),
})

export const readEnv = () => parseEnv(envSchema, process.env)
