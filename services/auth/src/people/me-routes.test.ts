import { auditLog, loginFailures, outbox, users } from '@milepost/db-schemas/auth'
import { openTestDatabase } from '@milepost/local-stack/test-database'
import { eq } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { beforeEach, expect, test } from 'vitest'
import { actorWith, addPerson, cookieOf, password, serviceFor } from '#test/harness.ts'

const db = await openTestDatabase({ role: 'auth_service' })
const newPassword = 'another four unrelated words'

beforeEach(() => db.delete(loginFailures))

const meOf = (id: string) => serviceFor(db, actorWith('contributor', { id }))

async function update(id: string, body: object, headers = {}) {
  const { send } = await meOf(id)
  return send({ method: 'PATCH', url: '/me', body, headers })
}

async function logIn(email: string, secret = password) {
  const { send } = await serviceFor(db, null)
  return send({ method: 'POST', url: '/login', body: { email, password: secret } })
}

async function refreshWith(token: string) {
  const { send } = await serviceFor(db, null)
  return send({ method: 'POST', url: '/refresh', body: { refresh_token: token } })
}

const announced = async (userId: string) =>
  (await db.select().from(outbox))
    .map(({ event }) => event as { user_id: string; event_type: string })
    .filter(({ user_id }) => user_id === userId)

test('GET me, 200: who is signed in', async () => {
  const person = await addPerson(db, { roles: ['executive'] })
  const { send } = await meOf(person.id)
  const response = await send({ method: 'GET', url: '/me' })
  expect(response.statusCode).toBe(200)
  expect(response.json()).toMatchObject({ id: person.id, roles: ['executive'], teams: [] })
})

test('GET and PATCH me, 401: without a token, and for a person who is no longer there', async () => {
  const anonymous = await serviceFor(db, null)
  const gone = await addPerson(db, { is_active: false })
  for (const { send } of [anonymous, await meOf(gone.id), await meOf(uuidv7())]) {
    expect((await send({ method: 'GET', url: '/me' })).statusCode).toBe(401)
    const body = { version: 1, display_name: 'Nobody' }
    expect((await send({ method: 'PATCH', url: '/me', body })).statusCode).toBe(401)
  }
})

test('PATCH me, 200: changes name and time zone, and says so', async () => {
  const person = await addPerson(db)

  const response = await update(person.id, {
    version: 1,
    display_name: 'Sara Berg',
    timezone: 'Europe/Stockholm',
  })

  expect(response.statusCode).toBe(200)
  expect(response.json()).toMatchObject({
    display_name: 'Sara Berg',
    timezone: 'Europe/Stockholm',
    version: 2,
  })
  expect(await announced(person.id)).toMatchObject([
    { event_type: 'user.updated', display_name: 'Sara Berg', is_active: true, version: 2 },
  ])
})

test('PATCH me, 200: a new password works, the old one does not, and every other session is over', async () => {
  const person = await addPerson(db)
  const here = cookieOf(await logIn(person.email))
  const elsewhere = cookieOf(await logIn(person.email))

  const response = await update(
    person.id,
    { version: 1, current_password: password, new_password: newPassword },
    { cookie: `milepost_refresh=${here}` },
  )

  expect(response.statusCode).toBe(200)
  expect((await logIn(person.email)).statusCode).toBe(401)
  expect((await logIn(person.email, newPassword)).statusCode).toBe(200)
  expect((await refreshWith(elsewhere)).statusCode).toBe(401)
  expect((await refreshWith(here)).statusCode).toBe(200)
  expect((await announced(person.id)).map(({ event_type }) => event_type)).toEqual([
    'user.updated',
    'user.access_changed',
  ])
  const audited = await db.select().from(auditLog).where(eq(auditLog.object_id, person.id))
  expect(audited).toMatchObject([{ action: 'password.changed', actor_user_id: person.id }])
})

test('PATCH me, 200: somebody else’s cookie keeps no session alive', async () => {
  const person = await addPerson(db)
  const mine = cookieOf(await logIn(person.email))
  const other = await addPerson(db)
  const theirs = cookieOf(await logIn(other.email))

  await update(
    person.id,
    { version: 1, current_password: password, new_password: newPassword },
    { cookie: `milepost_refresh=${theirs}` },
  )

  expect((await refreshWith(mine)).statusCode).toBe(401)
  expect((await refreshWith(theirs)).statusCode).toBe(200)
})

test.each([
  ['roles', { roles: ['admin'] }],
  ['teams', { team_ids: [] }],
  ['whether one is active', { is_active: false }],
  ['the address', { email: 'x@milepost.example' }],
  ['a time zone that is none', { timezone: 'Middle/Earth' }],
  ['a password without the current one', { new_password: newPassword }],
  ['a short password', { new_password: 'fourteen chars', current_password: password }],
])('PATCH me, 400: %s', async (_what, change) => {
  const person = await addPerson(db)
  expect((await update(person.id, { version: 1, ...change })).statusCode).toBe(400)
  expect(await db.select().from(users).where(eq(users.id, person.id))).toEqual([person])
})

test('PATCH me, 409 and 428: a change says which version it saw, and it has to be this one', async () => {
  const person = await addPerson(db, { version: 5 })
  const outdated = await update(person.id, { version: 4, display_name: 'Sara Berg' })
  expect(outdated.statusCode).toBe(409)
  expect(outdated.json()).toMatchObject({
    type: '/problems/user-changed',
    current: { id: person.id, display_name: person.display_name, version: 5 },
  })
  expect((await update(person.id, { display_name: 'Sara Berg' })).statusCode).toBe(428)
})

test('PATCH me, 422: a wrong current password and a guessable new one change nothing', async () => {
  const person = await addPerson(db)
  const wrong = await update(person.id, {
    version: 1,
    current_password: 'not it',
    new_password: newPassword,
  })
  const guessable = await update(person.id, {
    version: 1,
    current_password: password,
    new_password: 'passwordpassword',
  })

  expect(wrong.statusCode).toBe(422)
  expect(wrong.json()).toMatchObject({
    type: '/problems/wrong-password',
    errors: [{ pointer: '#/current_password' }],
  })
  expect(guessable.json()).toMatchObject({ type: '/problems/guessable-password' })
  expect((await logIn(person.email)).statusCode).toBe(200)
  expect(await announced(person.id)).toEqual([])
})

test('PATCH me, 429: the current password can be guessed no more often than at the door', async () => {
  const person = await addPerson(db)
  const guess = (current_password: string) =>
    update(person.id, { version: 1, current_password, new_password: newPassword })
  for (let failures = 0; failures < 5; failures += 1) await guess('not it')

  const refused = await guess(password)

  expect(refused.statusCode).toBe(429)
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(800)
})
