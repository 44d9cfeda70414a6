import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { hashFiles } from './hash-files.ts'
import { migrate } from './migrate-job.ts'
import { root } from './root.ts'
import type { Secrets } from './secrets.ts'

const run = promisify(execFile)

interface Options {
  /** As the owner role. */
  databaseUrl: string
  secrets: Secrets
  demo: boolean
  log: (line: string) => void
}

/** Migrates, and loads the demo portfolio into a database without people. Quick when there is nothing to do. */
export async function prepareDatabase({ databaseUrl, secrets, demo, log }: Options): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const wanted = fingerprint(secrets)
    if ((await fingerprintOf(client)) !== wanted) {
      log('migrating the database')
      await migrate({ DATABASE_URL: databaseUrl, ...secrets })
      // In the database itself, so that it is gone when the database is.
      await client.query(`comment on schema migrations is '${wanted}'`)
    }
    if (demo && !(await hasPeople(client))) {
      log('loading the demo portfolio')
      const script = join(root, 'packages/db-schemas/src/demo/load.ts')
      await run(process.execPath, ['--conditions=source', script, databaseUrl])
    }
  } finally {
    await client.end()
  }
}

/** Of the migrations, the grants, and the passwords that the roles are given. */
function fingerprint(secrets: Secrets): string {
  const schemas = join(root, 'packages/db-schemas')
  const files = hashFiles([join(schemas, 'migrations'), join(schemas, 'src/roles.ts')])
  return createHash('sha256').update(files).update(JSON.stringify(secrets)).digest('hex')
}

async function fingerprintOf(client: pg.Client): Promise<string | null> {
  const { rows } = await client.query<{ comment: string | null }>(
    `select obj_description(to_regnamespace('migrations'), 'pg_namespace') as comment`,
  )
  return rows[0]?.comment ?? null
}

async function hasPeople(client: pg.Client): Promise<boolean> {
  const { rowCount } = await client.query('select from auth.users limit 1')
  return rowCount === 1
}
