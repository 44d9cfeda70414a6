import type { Role } from '@milepost/api-contracts/roles'
import {
  roles,
  skills,
  teamMemberships,
  teams,
  type User,
  userRoles,
  userSkills,
  users,
} from '@milepost/db-schemas/auth'
import type { Db } from '@milepost/db-schemas/database'
import type { Actor } from '@milepost/service-kit/authentication'
import { signAccessToken } from '@milepost/service-kit/authentication'
import { hash } from '@node-rs/argon2'
import { eq } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { buildApp } from '#app.ts'
import { openPasswordHashing } from '#passwords/password-hashing.ts'

export const jwtSecret = 'a secret of at least 32 bytes, for tests'
const serviceSecret = 'another secret of at least 32 bytes, for tests'

/** Everybody's, unless a test says otherwise. Hashed as cheaply as argon2 goes. */
export const password = 'five unrelated words, truly'
const cheap = { memoryCost: 8, timeCost: 1, parallelism: 1 }
const cheapHash = await hash(password, cheap)
export const passwords = await openPasswordHashing({ concurrency: 4, memoryCost: cheap.memoryCost })

export async function addTeam(db: Db, name = `Team ${uuidv7()}`) {
  const [team] = await db.insert(teams).values({ name }).returning()
  if (!team) throw new Error('insert returned nothing')
  return team
}

async function addMember(db: Db, team_id: string, user_id: string): Promise<void> {
  await db.insert(teamMemberships).values({ team_id, user_id })
}

interface NewPerson extends Partial<User> {
  roles?: Role[]
  team_ids?: string[]
}

/** Somebody who can sign in with `password`. */
export async function addPerson(
  db: Db,
  { roles: named = ['contributor'], team_ids = [], ...overrides }: NewPerson = {},
): Promise<User> {
  const [user] = await db
    .insert(users)
    .values({
      email: `${uuidv7()}@milepost.example`,
      display_name: 'Sara Andersson',
      password_hash: cheapHash,
      ...overrides,
    })
    .returning()
  if (!user) throw new Error('insert returned nothing')
  for (const name of named) {
    const [role] = await db.select().from(roles).where(eq(roles.name, name))
    if (!role) throw new Error(`there is no role ${name}`)
    await db.insert(userRoles).values({ user_id: user.id, role_id: role.id })
  }
  for (const team_id of team_ids) await addMember(db, team_id, user.id)
  return user
}

export async function addSkill(db: Db, user_id: string, name: string, level = 3) {
  const [skill] = await db.insert(skills).values({ name, category: 'Network' }).returning()
  if (!skill) throw new Error('insert returned nothing')
  await db.insert(userSkills).values({ user_id, skill_id: skill.id, level })
  return skill
}

export const actorWith = (role: Role, overrides: Partial<Actor> = {}): Actor => ({
  id: uuidv7(),
  roles: [role],
  team_ids: [],
  ...overrides,
})

interface Call {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Below /api/v1/auth; calendars are not. */
  url: string
  body?: unknown
  headers?: Record<string, string>
}

const apps = new WeakMap<Db, ReturnType<typeof buildApp>>()

/** One per database: a caller is a token, not another service. */
function appOn(db: Db): ReturnType<typeof buildApp> {
  const app =
    apps.get(db) ??
    buildApp({
      ...{ db, passwords, jwtSecret, serviceSecret },
      cookieSecure: true,
      logLevel: 'SILENT',
      version: 'test',
      onWritten: () => {},
      checks: { database: async () => {}, redis: async () => {} },
    })
  apps.set(db, app)
  return app
}

/** The service as `actor` meets it; null is somebody without a token. */
export async function serviceFor(db: Db, actor: Actor | null) {
  const app = await appOn(db)
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
    send: ({ method, url, body, headers }: Call) =>
      app.inject({
        method,
        url: `/api/v1${url.startsWith('/calendars') ? '' : '/auth'}${url}`,
        headers: { ...bearer, ...headers },
        ...(body !== undefined && { payload: body as object }),
      }),
  }
}

/** The refresh token a reply put into the cookie. */
export function cookieOf({ cookies }: { cookies: { name: string; value: string }[] }): string {
  const cookie = cookies.find(({ name }) => name === 'milepost_refresh')
  if (!cookie) throw new Error('the reply sets no refresh cookie')
  return cookie.value
}
