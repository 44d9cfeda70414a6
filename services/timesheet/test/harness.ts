import type { Role } from '@milepost/api-contracts/roles'
import type { Db } from '@milepost/db-schemas/database'
import {
  absences,
  capacities,
  type TimeEntry,
  timeEntries,
  type WeeklySummary,
  weeklySummaries,
} from '@milepost/db-schemas/timesheets'
import { type Actor, signAccessToken } from '@milepost/service-kit/authentication'
import { signServiceToken } from '@milepost/service-kit/service-token'
import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { buildApp } from '#app.ts'

const jwtSecret = 'a secret of at least 32 bytes, for tests'
const serviceSecret = 'another secret of at least 32 bytes, for tests'

/** Sunday evening in the week that most tests are about. */
export const now = new Date('2026-11-22T20:00:00Z')

// What other services own is written as the database's owner: the role under test may not.

export async function addTeam(owner: Db, name = `Team ${uuidv7()}`) {
  const id = uuidv7()
  await owner.execute(sql`insert into auth.teams (id, name) values (${id}, ${name})`)
  return { id, name }
}

interface NewPerson {
  display_name?: string
  timezone?: string
  team_ids?: string[]
  is_active?: boolean
}

export async function addPerson(
  owner: Db,
  {
    display_name = 'Sara Andersson',
    timezone = 'Europe/London',
    team_ids = [],
    is_active = true,
  }: NewPerson = {},
) {
  const id = uuidv7()
  await owner.execute(sql`
    insert into auth.users (id, email, display_name, timezone, is_active)
    values (${id}, ${`${id}@milepost.example`}, ${display_name}, ${timezone}, ${is_active})`)
  for (const team_id of team_ids) {
    await owner.execute(sql`
      insert into auth.team_memberships (id, team_id, user_id) values (${uuidv7()}, ${team_id}, ${id})`)
  }
  return { id, display_name, timezone, team_ids }
}

export async function addProject(owner: Db, team_id: string, name = 'Data centre move') {
  const [id, key] = [uuidv7(), uuidv7().slice(-12).toUpperCase()]
  await owner.execute(sql`
    insert into projects.projects (id, key, name, team_id) values (${id}, ${key}, ${name}, ${team_id})`)
  return { id, key, name, team_id }
}

interface NewTask {
  title?: string
  status?: string
  assignee_id?: string | null
  due_date?: string | null
  deleted?: boolean
}

let lastNumber = 0

export async function addTask(
  owner: Db,
  project_id: string,
  {
    title = 'Rotate the certificates',
    status = 'todo',
    assignee_id = null,
    due_date = null,
    deleted = false,
  }: NewTask = {},
) {
  lastNumber += 1
  const [id, number] = [uuidv7(), lastNumber]
  await owner.execute(sql`
    insert into projects.tasks
      (id, project_id, number, title, status, rank, path, assignee_id, due_date, deleted_at)
    values (${id}, ${project_id}, ${number}, ${title}, ${status}, ${`a${number}`},
      ${id.replaceAll('-', '')}, ${assignee_id}, ${due_date}, ${deleted ? sql`now()` : null})`)
  return { id, project_id, number, title }
}

/** Somebody of a new team with one project that has one task. */
export async function addTeamOfOne(owner: Db) {
  const team = await addTeam(owner)
  const project = await addProject(owner, team.id)
  const person = await addPerson(owner, { team_ids: [team.id] })
  return { team, project, person, task: await addTask(owner, project.id) }
}

export async function addEntry(
  db: Db,
  user_id: string,
  overrides: Partial<TimeEntry> = {},
): Promise<TimeEntry> {
  const subject = overrides.task_id ? {} : { activity: 'Weekly operations meeting' }
  const [entry] = await db
    .insert(timeEntries)
    .values({ user_id, work_date: '2026-11-18', minutes: 60, ...subject, ...overrides })
    .returning()
  if (!entry) throw new Error('insert returned nothing')
  return entry
}

export async function addWeek(
  db: Db,
  user_id: string,
  status: WeeklySummary['status'],
  week_start = '2026-11-16',
): Promise<void> {
  const submitted_at = status === 'draft' ? null : new Date('2026-11-20T16:00:00Z')
  await db.insert(weeklySummaries).values({ user_id, week_start, status, submitted_at })
}

export async function addCapacity(
  db: Db,
  user_id: string,
  weekly_minutes: number,
  valid_from = '2020-01-06',
): Promise<void> {
  await db.insert(capacities).values({ user_id, weekly_minutes, valid_from })
}

export async function addAbsence(
  db: Db,
  user_id: string,
  absent_on: string,
  minutes: number,
): Promise<void> {
  await db.insert(absences).values({ user_id, absent_on, minutes, reason: 'holiday' })
}

export const actorWith = (role: Role, overrides: Partial<Actor> = {}): Actor => ({
  id: uuidv7(),
  roles: [role],
  team_ids: [],
  ...overrides,
})

/** A person as they come to the service. */
export const actorFor = (
  role: Role,
  { id, team_ids }: { id: string; team_ids: string[] },
): Actor => ({ id, roles: [role], team_ids })

interface Call {
  method: 'GET' | 'POST' | 'PATCH'
  url: string
  body?: object
  headers?: Record<string, string>
}

const apps = new WeakMap<Db, ReturnType<typeof buildApp>>()

/** One per database: a caller is a token, not another service. */
function appOn(db: Db): ReturnType<typeof buildApp> {
  const app =
    apps.get(db) ??
    buildApp({
      ...{ db, jwtSecret, serviceSecret },
      logLevel: 'SILENT',
      version: 'test',
      now: () => now,
      onWritten: () => {},
      checks: { database: async () => {}, redis: async () => {} },
    })
  apps.set(db, app)
  return app
}

/** The service as `actor` meets it; null is somebody without a token, 'service' another service of ours. */
export async function serviceFor(db: Db, actor: Actor | 'service' | null) {
  const app = await appOn(db)
  const token =
    actor === 'service'
      ? signServiceToken('insights-service', serviceSecret)
      : actor &&
        signAccessToken(app, {
          sub: actor.id,
          email: 'somebody@milepost.example',
          roles: actor.roles,
          teams: actor.team_ids,
        })
  const bearer = token ? { authorization: `Bearer ${token}` } : {}
  return {
    app,
    send: ({ method, url, body, headers }: Call) =>
      app.inject({
        method,
        url,
        headers: { ...bearer, ...headers },
        ...(body !== undefined && { payload: body }),
      }),
  }
}

/** One call to the public API, as `actor`. */
export async function callAs(db: Db, actor: Actor | null, { url, ...call }: Call) {
  const { send } = await serviceFor(db, actor)
  return send({ ...call, url: `/api/v1/timesheets${url}` })
}
