import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { freePort } from './free-port.ts'
import { migrate } from './migrate-job.ts'
import { startPostgres } from './postgres.ts'
import { startRedis } from './redis.ts'
import { root } from './root.ts'
import { testRolePasswords } from './test-roles.ts'

const home = join(root, '.milepost')

/**
 * vitest's global set-up: one PostgreSQL with a migrated database to copy, and one Redis, for all
 * test files of a run. It may import nothing that runs from another workspace package: vitest loads
 * it without the config's conditions.
 */
export async function setup(project: TestProject) {
  const dir = join(home, 'vitest', String(process.pid))
  rmSync(dir, { recursive: true, force: true })
  mkdirSync(dir, { recursive: true })

  const [postgres, redis] = await Promise.all([openPostgres(dir), openRedis(dir)])
  project.provide('templateUrl', await makeTemplate(postgres.url))
  project.provide('redisUrl', redis.url)

  return async () => {
    await Promise.all([postgres.stop(), redis.stop()])
    rmSync(dir, { recursive: true, force: true })
  }
}

interface Service {
  url: string
  stop: () => Promise<void>
}

const given = (url: string): Service => ({ url, stop: async () => {} })

async function openPostgres(dir: string): Promise<Service> {
  const url = process.env.TEST_DATABASE_URL ?? process.env.DATABASE_URL
  if (url !== undefined) return given(url)
  return startPostgres({
    dir: join(dir, 'postgres'),
    port: await freePort(0),
    password: crypto.randomUUID(),
    durable: false,
  })
}

async function openRedis(dir: string): Promise<Service> {
  const url = process.env.TEST_REDIS_URL ?? process.env.REDIS_URL
  if (url !== undefined) return given(url)
  return startRedis({
    dir: join(dir, 'redis'),
    port: await freePort(0),
    cacheDir: join(home, 'cache'),
    durable: false,
  })
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
