import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { pidFileName, sweepLeftovers } from './leftovers.ts'
import { migrate } from './migrate-job.ts'
import { openPidFile } from './pid-file.ts'
import { home } from './root.ts'
import { openPostgres, openRedis } from './test-backing.ts'
import { testRolePasswords } from './test-roles.ts'

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

  const where = { dir, surroundings: { logDir: dir, pids } }
  const [postgres, redis] = await Promise.all([openPostgres(where), openRedis(where)])
  project.provide('templateUrl', await makeTemplate(postgres.url))
  project.provide('redisUrl', redis.url)

  return async () => {
    await Promise.all([postgres.stop(), redis.stop()])
    rmSync(dir, { recursive: true, force: true })
  }
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
