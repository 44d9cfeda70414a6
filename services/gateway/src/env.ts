import { parseEnv, serviceEnvShape } from '@milepost/service-kit/parse-env'
import { z } from 'zod'

const port = z.coerce.number().int().min(0).max(65_535)
const count = z.coerce.number().int().min(1)

/** `a, b` as a list; empty when nothing is set. */
const listOf = (item: z.ZodType<string, string>) =>
  z
    .string()
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    )
    .pipe(z.array(item))

/** Only the origin counts; a path in an upstream URL would silently be dropped. */
const origin = z.url({ protocol: /^https?$/ }).transform((url, context) => {
  const { origin, pathname } = new URL(url)
  if (pathname === '/') return origin
  context.issues.push({ code: 'custom', input: url, message: 'Scheme, host and port only.' })
  return z.NEVER
})
const upstreams = listOf(origin).pipe(z.array(z.string()).min(1))

/** `true` believes whoever connects to us, who must then be the only one who can. */
const trustProxy = z
  .string()
  .transform((text) => (text === 'true' || text === 'false' ? text === 'true' : text))

const flag = z.enum(['true', 'false']).transform((text) => text === 'true')

export const envSchema = z.object({
  GATEWAY_PORT: port.default(3000).describe('Port to listen on.'),
  HOST: serviceEnvShape.HOST,
  METRICS_PORT: port.default(9100).describe('Port of GET /metrics, apart from the public one.'),
  METRICS_HOST: z.string().default('127.0.0.1').describe('Address of GET /metrics.'),
  REDIS_URL: serviceEnvShape.REDIS_URL,
  JWT_SECRET_KEY: serviceEnvShape.JWT_SECRET_KEY,
  JWT_ALGORITHM: serviceEnvShape.JWT_ALGORITHM,
  LOG_LEVEL: serviceEnvShape.LOG_LEVEL,
  SERVICE_VERSION: serviceEnvShape.SERVICE_VERSION,
  AUTH_URL: upstreams
    .prefault('http://127.0.0.1:8001')
    .describe('The auth service; several replicas with commas.'),
  PROJECT_URL: upstreams
    .prefault('http://127.0.0.1:8002')
    .describe('The project service; several replicas with commas.'),
  INSIGHTS_URL: upstreams
    .prefault('http://127.0.0.1:8003')
    .describe('The insights service; several replicas with commas.'),
  TIMESHEET_URL: upstreams
    .prefault('http://127.0.0.1:8004')
    .describe('The timesheet service; several replicas with commas.'),
  WEB_ROOT: z
    .string()
    .default('apps/web/dist')
    .describe('Folder of the built web app; the default is seen from the root folder.'),
  OPENAPI_DIR: z
    .string()
    .default('docs/api/openapi')
    .describe('Folder of the OpenAPI files shown at /docs/api.'),
  CORS_ORIGINS: listOf(origin)
    .prefault('')
    .describe('Other origins whose pages may call the API, with commas; usually none.'),
  RATE_LIMIT_PER_MINUTE: count
    .default(100)
    .describe('Requests a person, or an address without a token, may make per minute.'),
  LOGIN_RATE_LIMIT_PER_MINUTE: count
    .default(20)
    .describe('Sign-ins one address may try per minute; three times as many renewals.'),
  SOCKETS_PER_USER: count.default(128).describe('Live connections one person may hold.'),
  SOCKETS_PER_ADDRESS: count.default(1024).describe('Live connections one address may hold.'),
  DEMO_PROFILE: flag
    .prefault('false')
    .describe('true offers the demo accounts on the sign-in page.'),
  TRUST_PROXY: trustProxy
    .prefault('false')
    .describe(
      'Whose X-Forwarded-* to believe: false, true for whoever connects, or networks with commas.',
    ),
  PUBLIC_TLS: flag
    .prefault('false')
    .describe('true when browsers reach Milepost over HTTPS only; sends HSTS.'),
})
export type Env = z.infer<typeof envSchema>

export const readEnv = (): Env => parseEnv(envSchema, process.env)
