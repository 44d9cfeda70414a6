import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { readEnv } from './env.ts'
import { freePort } from './free-port.ts'
import { pidFileName, sweepLeftovers } from './leftovers.ts'
import { migrate } from './migrate-job.ts'
import { openPidFile } from './pid-file.ts'
import { createPostgres } from './postgres.ts'
import { createRedis } from './redis.ts'
import { cacheDir, home } from './root.ts'
import { testRolePasswords } from './test-roles.ts'
import type { Surroundings } from './unit.ts'

/**
 * vitest's global set-up: one PostgreSQL with a migrated database to copy, and one Redis, for all
 * test files of a run. It may import nothing that runs from another workspace package: vitest loads
 * it without the config's conditions.
 */
export async function setup(project: TestProject) {
  const runs = join(home, 'vitest')
  const dir = join(runs, String(process.pid))
  await sweepLeftovers(runs, console.log)
  mkdirSync(dir, { recursive: true })
  const pids = await openPidFile(join(dir, pidFileName), console.log)

  const [postgres, redis] = await Promise.all([
    openPostgres(dir, { logDir: dir, pids }),
    openRedis(dir, { logDir: dir, pids }),
  ])
  project.provide('templateUrl', await makeTemplate(postgres.url))
  project.provide('redisUrl', redis.url)

  return async () => {
    await Promise.all([postgres.stop(), redis.stop()])
    rmSync(dir, { recursive: true, force: true })
  }
}

interface Backing {
  url: string
  stop: () => Promise<void>
}

const given = (url: string): Backing => ({ url, stop: async () => {} })

async function openPostgres(dir: string, surroundings: Surroundings): Promise<Backing> {
  const env = readEnv()
  const url = env.TEST_DATABASE_URL ?? env.DATABASE_URL
  if (url !== undefined) return given(url)
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

async function openRedis(dir: string, surroundings: Surroundings): Promise<Backing> {
  const env = readEnv()
  const url = env.TEST_REDIS_URL ?? env.REDIS_URL
  if (url !== undefined) return given(url)
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

/** A database of this run's own: two runs on one cluster may be at different migrations. */
async function makeTemplate(clusterUrl: string): Promise<string> {
  const name = `milepost_template_${process.pid}`
  const admin = new pg.Client({ connectionString: clusterUrl })
  await admin.connect()
  await admin.query(`drop database if exists ${name} with (force)`)
  await admin.query(`create database ${name}`)
  await admin.end()
  const url = new URL(name, clusterUrl).href
  await migrate({ DATABASE_URL: url, ...testRolePasswords })
  return url
}
