import { join } from 'node:path'
import type { PortOf } from './ports.ts'
import { createPostgres } from './postgres.ts'
import { createRedis } from './redis.ts'
import { cacheDir } from './root.ts'
import type { Surroundings, Unit } from './unit.ts'

interface BackingOptions extends Surroundings {
  dataDir: string
  /** Of the embedded PostgreSQL's owner role. */
  password: string
  /** Existing ones, in place of ours. */
  databaseUrl: string | undefined
  redisUrl: string | undefined
  portOf: PortOf
  durable: boolean
  log: (line: string) => void
}

interface Backing {
  databaseUrl: string
  redisUrl: string
  /** What runs here, not yet started: none for what is given. */
  units: Unit[]
}

/** What services use: PostgreSQL and Redis. */
export function createBacking(options: BackingOptions): Backing {
  const { dataDir, password, portOf, durable, log, databaseUrl, redisUrl, ...surroundings } =
    options
  const units: Unit[] = []

  const ownPostgres = () => {
    const dir = join(dataDir, 'postgres')
    const port = portOf('postgres')
    const postgres = createPostgres({ ...surroundings, dir, port, password, durable })
    log(`PostgreSQL 16 on port ${port}, data in ${postgres.dataDir}`)
    units.push(postgres)
    return postgres.url
  }
  const ownRedis = () => {
    const dir = join(dataDir, 'redis')
    const port = portOf('redis')
    const redis = createRedis({ ...surroundings, dir, port, cacheDir, durable, log })
    log(`Redis on port ${port} (${redis.source})`)
    units.push(redis)
    return redis.url
  }
  return { databaseUrl: databaseUrl ?? ownPostgres(), redisUrl: redisUrl ?? ownRedis(), units }
}
