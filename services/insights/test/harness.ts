import type { Role } from '@milepost/api-contracts/roles'
import type { TestDatabase } from '@milepost/local-stack/test-database'
import type { Actor } from '@milepost/service-kit/authentication'
import { signAccessToken } from '@milepost/service-kit/authentication'
import { createMetrics } from '@milepost/service-kit/metrics'
import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { buildApp } from '#app.ts'

const jwtSecret = 'a secret of at least 32 bytes, for tests'
export const serviceSecret = 'another secret of at least 32 bytes, for tests'

/** The team that owns what the builders below make, unless a test says otherwise. */
export const teamId = uuidv7()

export const actorWith = (role: Role, overrides: Partial<Actor> = {}): Actor => ({
  id: uuidv7(),
  roles: [role],
  team_ids: [teamId],
  ...overrides,
})

interface NewProject {
  team_id?: string
  status?: 'planning' | 'active' | 'completed'
  manager_id?: string
}

/** A project as its own service would have made it: this service's role may not. */
export async function addProject(
  { owner }: TestDatabase,
  { team_id = teamId, status = 'active', manager_id }: NewProject = {},
): Promise<string> {
  const id = uuidv7()
  const key = `P${id.replaceAll('-', '').slice(-9).toUpperCase()}`
  await owner.execute(sql`
    insert into projects.projects (id, key, name, team_id, status, manager_id)
    values (${id}, ${key}, ${`Project ${key}`}, ${team_id}, ${status}, ${manager_id ?? null})`)
  return id
}

/** Somebody a request can come from. */
export async function addUser({ owner }: TestDatabase, teamIds: string[] = []): Promise<string> {
  const id = uuidv7()
  await owner.execute(sql`
    insert into auth.users (id, email, display_name, password_hash)
    values (${id}, ${`${id}@milepost.example`}, 'Priya Raman', 'none')`)
  for (const team_id of teamIds) {
    await owner.execute(sql`
      insert into auth.teams (id, name) values (${team_id}, ${`Team ${team_id}`})
      on conflict do nothing`)
    await owner.execute(sql`
      insert into auth.team_memberships (id, team_id, user_id) values (${uuidv7()}, ${team_id}, ${id})`)
  }
  return id
}

/** An actor whose requests can be stored. */
export const knownActor = async (db: TestDatabase, role: Role, overrides: Partial<Actor> = {}) =>
  actorWith(role, { id: await addUser(db), ...overrides })

interface Call {
  method: 'GET' | 'POST'
  url: string
  body?: object
  headers?: Record<string, string>
}

const nothing = async () => {}

/** The service as `actor` meets it; null is somebody without a token. */
export async function serviceFor(db: TestDatabase, actor: Actor | null) {
  const app = await buildApp({
    db,
    jwtSecret,
    serviceSecret,
    logLevel: 'SILENT',
    version: '0.0.0',
    onQueued: () => {},
    checks: { database: nothing, redis: nothing },
  })
  const bearer = actor && {
    authorization: `Bearer ${signAccessToken(app, {
      sub: actor.id,
      email: 'somebody@milepost.example',
      roles: actor.roles,
      teams: actor.team_ids,
    })}`,
  }
  return {
    app,
    send: ({ url, headers, ...call }: Call) =>
      app.inject({ ...call, url: `/api/v1/insights${url}`, headers: { ...bearer, ...headers } }),
  }
}

interface Line {
  level: 'debug' | 'info' | 'warn' | 'error'
  message: string
}

/** A log that remembers, and metrics that nobody reads. */
export function observed() {
  const lines: Line[] = []
  const at = (level: Line['level']) => (_fields: object, message: string) => {
    lines.push({ level, message })
  }
  return {
    lines,
    log: { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') },
    metrics: createMetrics('insights-test'),
  }
}
