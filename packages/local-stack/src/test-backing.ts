import { join } from 'node:path'
import { readEnv } from './env.ts'
import { freePort } from './free-port.ts'
import { createPostgres } from './postgres.ts'
import { createRedis } from './redis.ts'
import { cacheDir } from './root.ts'
import { startPostgresContainer, startRedisContainer } from './test-containers.ts'
import type { Surroundings } from './unit.ts'

/** A server for tests to use. */
export interface Backing {
  url: string
  stop: () => Promise<void>
}

interface Where {
  /** Of this run; what is started here keeps its files there. */
  dir: string
  surroundings: Surroundings
}

const given = (url: string): Backing => ({ url, stop: async () => {} })

/** The one the environment names, else a container, else our own. Its role may create databases and roles. */
export async function openPostgres({ dir, surroundings }: Where): Promise<Backing> {
  const env = readEnv()
  const url = env.TEST_DATABASE_URL ?? env.DATABASE_URL
  if (url !== undefined) return given(url)
  const container = await startPostgresContainer()
  if (container !== undefined) return container
  const postgres = createPostgres({
    ...surroundings,
    dir: join(dir, 'postgres'),
    port: await freePort(),
    password: crypto.randomUUID(),
    durable: false,
  })
  await postgres.start()
  return postgres
}

/** The one the environment names, else a container, else our own. */
export async function openRedis({ dir, surroundings }: Where): Promise<Backing> {
  const env = readEnv()
  const url = env.TEST_REDIS_URL ?? env.REDIS_URL
  if (url !== undefined) return given(url)
  const container = await startRedisContainer()
  if (container !== undefined) return container
  const redis = createRedis({
    ...surroundings,
    dir: join(dir, 'redis'),
    port: await freePort(),
    cacheDir,
    durable: false,
    log: console.log,
  })
  await redis.start()
  return redis
}
