import { createHash } from 'node:crypto'
import { userPageSchema } from '@milepost/api-contracts/people'
import { auditLog, idempotencyKeys, outbox, users } from '@milepost/db-schemas/auth'
import { openTestDatabase } from '@milepost/local-stack/test-database'
import type { Actor } from '@milepost/service-kit/authentication'
import { eq } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { actorWith, addPerson, addSkill, addTeam, serviceFor } from '#test/harness.ts'

const db = await openTestDatabase({ role: 'auth_service' })
/** The correlation id is the caller's own, so that two refusals can be the same bytes. */
const sameForBoth = { 'x-correlation-id': 'same-for-both' }

const read = async (actor: Actor | null, url: string, headers = {}) =>
  (await serviceFor(db, actor)).send({ method: 'GET', url, headers })
const create = async (actor: Actor | null, body: unknown, headers = {}) =>
  (await serviceFor(db, actor)).send({ method: 'POST', url: '/users', body, headers })

const newUser = (more: object = {}) => ({
  email: `${uuidv7()}@milepost.example`,
  display_name: 'Lena Novak',
  password: 'five unrelated words, truly',
  roles: ['contributor'],
  ...more,
})

const manager = (team_id: string) => actorWith('project_manager', { team_ids: [team_id] })

test('GET users, 200: administrators see everybody with everything, page by page', async () => {
  const team = await addTeam(db)
  const names = ['Anna', 'Bert', 'Bert', 'Cleo', 'Dora'].map((name) => `0 ${name}`)
  for (const display_name of names) await addPerson(db, { display_name, team_ids: [team.id] })

  const seen: string[] = []
  let cursor = ''
  for (let page = 0; page < 3; page += 1) {
    const response = await read(actorWith('admin'), `/users?limit=2${cursor}`)
    const { items, next_cursor } = userPageSchema.parse(response.json())
    seen.push(...items.map(({ display_name }) => display_name))
    cursor = `&cursor=${next_cursor}`
  }

  expect(seen.slice(0, 5)).toEqual(names)
  const { items } = (await read(actorWith('admin'), '/users?limit=1')).json()
  expect(items[0]).toEqual({
    id: expect.any(String),
    display_name: '0 Anna',
    email: expect.any(String),
    skills: [],
    is_active: true,
    timezone: 'Europe/London',
    roles: ['contributor'],
    teams: [{ id: team.id, name: team.name, is_lead: false }],
    version: 1,
  })
})

test('GET users, 200: managers see name, address and skills of their teams’ members, and nobody else', async () => {
  const [mine, theirs] = [await addTeam(db), await addTeam(db)]
  const member = await addPerson(db, { team_ids: [mine.id, theirs.id] })
  const stranger = await addPerson(db, { team_ids: [theirs.id] })
  const skill = await addSkill(db, member.id, `Skill ${uuidv7()}`, 4)

  const response = await read(manager(mine.id), '/users')

  expect(response.json()).toEqual({
    items: [
      {
        id: member.id,
        display_name: member.display_name,
        email: member.email,
        skills: [{ skill_id: skill.id, name: skill.name, level: 4, last_used_on: null }],
      },
    ],
    next_cursor: null,
  })
  expect(response.body).not.toContain(stranger.id)
  expect((await read(actorWith('project_manager'), '/users')).json().items).toEqual([])
})

test('GET users, 400: an unknown filter and somebody else’s cursor', async () => {
  const admin = actorWith('admin')
  const foreign = Buffer.from('["2026-11-20","x"]').toString('base64url')
  const withZero = Buffer.from(JSON.stringify(['a\0b', uuidv7()])).toString('base64url')
  const queries = ['?role=admin', '?limit=0', `?cursor=${foreign}`, `?cursor=${withZero}`]
  for (const query of queries) expect((await read(admin, `/users${query}`)).statusCode).toBe(400)
})

test('GET users, 401 and 403: for administrators and managers only', async () => {
  expect((await read(null, '/users')).statusCode).toBe(401)
  expect((await read(actorWith('contributor'), '/users')).statusCode).toBe(403)
  expect((await read(actorWith('executive'), '/users')).statusCode).toBe(403)
})

test('GET user, 200: administrators and the person see everything, the team’s manager the summary', async () => {
  const team = await addTeam(db)
  const person = await addPerson(db, { team_ids: [team.id] })
  const url = `/users/${person.id}`

  const self = await read(actorWith('contributor', { id: person.id }), url)
  const admin = await read(actorWith('admin'), url)
  const summary = await read(manager(team.id), url)

  expect(self.json()).toMatchObject({ id: person.id, roles: ['contributor'], is_active: true })
  expect(admin.json()).toEqual(self.json())
  expect(Object.keys(summary.json()).sort()).toEqual(['display_name', 'email', 'id', 'skills'])
})

test('GET user, 404: a person one may not see looks exactly like a missing one', async () => {
  const team = await addTeam(db)
  const person = await addPerson(db, { team_ids: [team.id] })
  const refused = [
    manager((await addTeam(db)).id),
    actorWith('contributor', { team_ids: [team.id] }),
    actorWith('executive'),
  ]
  for (const actor of refused) {
    const [hidden, missing] = [
      await read(actor, `/users/${person.id}`, sameForBoth),
      await read(actor, `/users/${uuidv7()}`, sameForBoth),
    ]
    expect(hidden.statusCode).toBe(404)
    expect(hidden.rawPayload).toEqual(missing.rawPayload)
    expect({ ...hidden.headers, date: '' }).toEqual({ ...missing.headers, date: '' })
  }
  expect((await read(actorWith('admin'), '/users/42')).statusCode).toBe(400)
  expect((await read(null, `/users/${person.id}`)).statusCode).toBe(401)
})

test('POST users, 201: somebody who can sign in, announced and in the audit log', async () => {
  const team = await addTeam(db)
  const admin = actorWith('admin')
  const user = newUser({ roles: ['contributor', 'project_manager'], team_ids: [team.id] })

  const response = await create(admin, { ...user, email: user.email.toUpperCase() })

  expect(response.statusCode).toBe(201)
  const { id } = response.json()
  expect(response.json()).toMatchObject({
    email: user.email,
    roles: ['contributor', 'project_manager'],
    teams: [{ id: team.id }],
    is_active: true,
  })
  const { send } = await serviceFor(db, null)
  const { email, password } = user
  const signedIn = await send({ method: 'POST', url: '/login', body: { email, password } })
  expect(signedIn.statusCode).toBe(200)
  const events = (await db.select().from(outbox))
    .map(({ event }) => event as { user_id: string; event_type: string })
    .filter(({ user_id }) => user_id === id)
  expect(events).toMatchObject([
    { event_type: 'user.created', actor_user_id: admin.id, display_name: 'Lena Novak' },
    { event_type: 'team.membership_changed', team_id: team.id, change: 'added' },
  ])
  expect(await db.select().from(auditLog).where(eq(auditLog.object_id, id))).toMatchObject([
    { action: 'user.created', actor_user_id: admin.id },
  ])
})

test('POST users, 201: the same key sent twice creates once, and keeps nothing to guess a password from', async () => {
  const admin = actorWith('admin')
  const user = newUser()
  const key = { 'idempotency-key': 'one-attempt-only' }

  const [first, second] = [await create(admin, user, key), await create(admin, user, key)]
  const otherPassword = await create(admin, { ...user, password: 'five other words, truly' }, key)

  expect(second.json()).toEqual(first.json())
  expect(otherPassword.json()).toMatchObject({ type: '/problems/idempotency-key-reused' })
  const [kept] = await db
    .select()
    .from(idempotencyKeys)
    .where(eq(idempotencyKeys.actor_id, admin.id))
  const plain = createHash('sha256').update(JSON.stringify({ ...user, team_ids: [] }))
  expect(kept?.request_hash).not.toBe(plain.digest('hex'))
})

test.each([
  ['an address that is none', { email: 'lena' }],
  ['a short password', { password: 'fourteen chars' }],
  ['no role', { roles: [] }],
  ['a role we do not know', { roles: ['root'] }],
  ['an unknown field', { is_active: true }],
])('POST users, 400: %s', async (_what, change) => {
  expect((await create(actorWith('admin'), newUser(change))).statusCode).toBe(400)
})

test('POST users, 401 and 403: for administrators only, whatever the body', async () => {
  expect((await create(null, newUser())).statusCode).toBe(401)
  for (const role of ['project_manager', 'contributor', 'executive'] as const) {
    expect((await create(actorWith(role), { nonsense: 1 })).statusCode).toBe(403)
  }
})

test('POST users, 409: of five who ask for one address at once one gets it', async () => {
  const user = newUser()
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => create(actorWith('admin'), user)),
  )
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409, 409, 409, 409])
  expect(answers.find(({ statusCode }) => statusCode === 409)?.json()).toMatchObject({
    type: '/problems/email-taken',
  })
})

test('POST users, 422: an unknown team and a guessable password leave nothing behind', async () => {
  const team = await addTeam(db)
  const user = newUser({ team_ids: [team.id, uuidv7()] })

  const unknown = await create(actorWith('admin'), user)
  const guessable = await create(actorWith('admin'), {
    ...newUser(),
    password: 'lena novak lena novak',
  })

  expect(unknown.statusCode).toBe(422)
  expect(unknown.json()).toMatchObject({
    type: '/problems/unknown-reference',
    errors: [{ pointer: '#/team_ids/1' }],
  })
  expect(guessable.json()).toMatchObject({
    type: '/problems/guessable-password',
    errors: [{ pointer: '#/password' }],
  })
  expect(await db.select().from(users).where(eq(users.email, user.email))).toEqual([])
})
