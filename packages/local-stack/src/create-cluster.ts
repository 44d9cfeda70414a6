import { spawnSync } from 'node:child_process'
import { chownSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { PostgresBinaries } from './postgres-binaries.ts'

/** The owner role, who migrates and may create databases and roles. */
export const user = 'milepost'
export const database = 'project_mgmt'

export function createCluster(binaries: PostgresBinaries, password: string): void {
  const { dataDir } = binaries
  mkdirSync(dirname(dataDir), { recursive: true })
  const passwordFile = join(tmpdir(), `milepost-initdb-${process.pid}`)
  const command = binaries.command('initdb', [
    ...['-D', dataDir, '-U', user, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'],
    // Words sort as people expect and the same on every machine; ranks ask for COLLATE "C" themselves.
    ...['-E', 'UTF8', '--locale-provider=icu', '--icu-locale=en-US', '--locale=C', '--no-sync'],
  ])
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  const { file, args, ...owner } = command
  if (owner.uid !== undefined) chownSync(passwordFile, owner.uid, owner.uid)
  const result = spawnSync(file, args, {
    encoding: 'utf8',
    env: plainEnv(),
    cwd: tmpdir(),
    ...owner,
  })
  rmSync(passwordFile)
  if (result.status === 0) return
  // A half-made cluster would pass for a good one at the next start.
  rmSync(dataDir, { recursive: true, force: true })
  throw new Error(`initdb failed: ${result.stderr || result.error}`)
}

/** Messages in English, whatever the terminal speaks: logs are read by people who report them. */
export const plainEnv = () => ({ ...process.env, LC_ALL: 'C' })
