import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'

const names = [
  /** Of the embedded PostgreSQL's owner role. */
  'POSTGRES_PASSWORD',
  'AUTH_DB_PASSWORD',
  'PROJECT_DB_PASSWORD',
  'INSIGHTS_DB_PASSWORD',
  'TIMESHEET_DB_PASSWORD',
  'JWT_SECRET_KEY',
  'SERVICE_SECRET_KEY',
] as const

export type Secrets = Record<(typeof names)[number], string>

const fileSchema = z.partialRecord(z.enum(names), z.string())

/** The secrets of one installation: made once, kept in `file` for its owner's eyes only. */
export function loadSecrets(file: string): Secrets {
  const kept = existsSync(file) ? fileSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : {}
  const generate = () => randomBytes(36).toString('base64url')
  const all = Object.fromEntries(names.map((name) => [name, kept[name] ?? generate()])) as Secrets

  if (names.some((name) => kept[name] === undefined)) {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, `${JSON.stringify(all, null, 2)}\n`, { mode: 0o600 })
  }
  return all
}
