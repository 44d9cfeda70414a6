import { join } from 'node:path'
import type { PortOf } from './ports.ts'
import { type ProcessName, processes, type RoleName, rolePassword } from './processes.ts'
import { cacheDir } from './root.ts'
import type { Secrets } from './secrets.ts'
import { createService } from './service-unit.ts'
import type { Surroundings, Unit } from './unit.ts'
import { webRoot } from './web-build.ts'

interface ServicesOptions extends Surroundings {
  databaseUrl: string
  redisUrl: string
  secrets: Secrets
  portOf: PortOf
  attachmentsDir: string
  urlOf: (name: ProcessName) => string
  demo: boolean
  watch: boolean
  /** For every service, over anything else. */
  env: Record<string, string>
}

/** Every process of ours, not yet started. */
export function createServices(options: ServicesOptions): Unit[] {
  const { databaseUrl, redisUrl, secrets, portOf, urlOf, attachmentsDir, ...rest } = options
  const { demo, watch, env, ...surroundings } = rest
  const shared = {
    ...ambient(),
    HOST: '127.0.0.1',
    REDIS_URL: redisUrl,
    JWT_SECRET_KEY: secrets.JWT_SECRET_KEY,
    SERVICE_SECRET_KEY: secrets.SERVICE_SECRET_KEY,
    // A fifth of the start is compiling what has not changed.
    NODE_COMPILE_CACHE: join(cacheDir, 'v8'),
  }
  const databaseUrlOf = (role: RoleName) => {
    const url = new URL(databaseUrl)
    url.username = role
    url.password = secrets[rolePassword[role]]
    return url.href
  }
  return processes.map((spec) => {
    const own = spec.env({ portOf, urlOf, databaseUrlOf, webRoot, attachmentsDir, demo })
    return createService({
      ...surroundings,
      spec,
      url: urlOf(spec.name),
      env: { ...shared, ...own, ...env },
      watch,
    })
  })
}

/** Our own environment, without what only the supervisor may know. */
function ambient(): NodeJS.ProcessEnv {
  const { DATABASE_URL: _owner, PORT: _port, ...rest } = process.env
  return Object.fromEntries(Object.entries(rest).filter(([name]) => !name.endsWith('_DB_PASSWORD')))
}
