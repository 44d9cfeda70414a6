import { auditLog, loginFailures, refreshTokens, sessions } from '@milepost/db-schemas/auth'
import { openTestDatabase } from '@milepost/local-stack/test-database'
import { eq } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { beforeEach, expect, test } from 'vitest'
import { addPerson, addTeam, cookieOf, password, passwords, serviceFor } from '#test/harness.ts'

const db = await openTestDatabase({ role: 'auth_service' })
const { app, send } = await serviceFor(db, null)
/** The correlation id is the caller's own, so that two refusals can be the same bytes. */
const sameForBoth = { 'x-correlation-id': 'same-for-both' }

beforeEach(() => db.delete(loginFailures))

const logIn = (email: string, secret = password, more: object = {}, headers = {}) =>
  send({ method: 'POST', url: '/login', body: { email, password: secret, ...more }, headers })

test('POST login, 200: answers with an access token that says who it is, and what to call them', async () => {
  const team = await addTeam(db)
  const person = await addPerson(db, { roles: ['project_manager'], team_ids: [team.id] })

  const response = await logIn(person.email)

  expect(response.statusCode).toBe(200)
  expect(response.json()).toEqual({
    access_token: expect.any(String),
    expires_in: 300,
    user: {
      id: person.id,
      email: person.email,
      display_name: person.display_name,
      roles: ['project_manager'],
      teams: [{ id: team.id, name: team.name }],
      timezone: 'Europe/London',
      version: 1,
    },
  })
  expect(app.verifyAccessToken(response.json().access_token)?.actor).toEqual({
    id: person.id,
    roles: ['project_manager'],
    team_ids: [team.id],
  })
})

test('POST login, 200: the refresh token travels in a cookie that no script and no other site can use', async () => {
  const person = await addPerson(db)

  const response = await logIn(person.email)

  expect(response.headers['set-cookie']).toMatch(
    /^milepost_refresh=[\w-]{43}; Max-Age=1209600; Path=\/api\/v1\/auth; HttpOnly; Secure; SameSite=Strict$/,
  )
  expect(response.headers['cache-control']).toBe('no-store')
  const stored = JSON.stringify(await db.select().from(refreshTokens))
  expect(stored).not.toContain(cookieOf(response))
})

test('POST login, 200: a program that asks for it finds the refresh token in the body as well', async () => {
  const person = await addPerson(db)
  const response = await logIn(person.email, password, { return_refresh_token: true })
  expect(response.json().refresh_token).toBe(cookieOf(response))
})

test('POST login, 200: upper case, blanks and another Unicode form are the same account and password', async () => {
  const composed = 'Ångström und Grüße, genau'
  const email = `zoë.${uuidv7()}@milepost.example`
  await addPerson(db, {
    email: email.normalize('NFC'),
    password_hash: await passwords.hash(composed.normalize('NFC')),
  })

  const response = await logIn(
    ` ${email.normalize('NFD').toUpperCase()} `,
    composed.normalize('NFD'),
  )

  expect(response.statusCode).toBe(200)
})

test('POST login, 200: success takes the failures before it back', async () => {
  const person = await addPerson(db)
  for (let failures = 0; failures < 4; failures += 1) await logIn(person.email, 'not it')

  expect((await logIn(person.email)).statusCode).toBe(200)
  expect(await db.select().from(loginFailures)).toEqual([])
})

test('POST login, 400: names every field that is wrong', async () => {
  const response = await send({ method: 'POST', url: '/login', body: { email: 7, role: 'admin' } })
  expect(response.statusCode).toBe(400)
  expect(response.json()).toMatchObject({ type: '/problems/invalid-request' })
})

test('POST login, 400: an address that no database can hold', async () => {
  expect((await logIn('a\0b@milepost.example')).statusCode).toBe(400)
})

test('POST login, 401: an unknown account, a wrong password and a deactivated person are the same bytes', async () => {
  const person = await addPerson(db)
  const gone = await addPerson(db, { is_active: false })
  const withoutPassword = await addPerson(db, { password_hash: null })

  const refusals = await Promise.all([
    logIn(`${uuidv7()}@milepost.example`, password, {}, sameForBoth),
    logIn(person.email, 'not it', {}, sameForBoth),
    logIn(gone.email, password, {}, sameForBoth),
    logIn(withoutPassword.email, password, {}, sameForBoth),
  ])

  const [first] = refusals
  expect(first?.statusCode).toBe(401)
  expect(first?.json()).toMatchObject({
    type: '/problems/sign-in-refused',
    detail: 'Email and password do not match. 4 tries left in 15 minutes.',
  })
  for (const refusal of refusals) {
    expect(refusal.rawPayload).toEqual(first?.rawPayload)
    expect({ ...refusal.headers, date: '' }).toEqual({ ...first?.headers, date: '' })
  }
  expect(await db.select().from(sessions).where(eq(sessions.user_id, gone.id))).toEqual([])
})

test.each([
  ['an account that exists', async () => (await addPerson(db)).email],
  ['one that does not', async () => `${uuidv7()}@milepost.example`],
])('POST login, 429: the sixth try within 15 minutes, for %s', async (_which, make) => {
  const email = await make()
  const details = []
  for (let failures = 0; failures < 5; failures += 1) {
    details.push((await logIn(email, 'not it')).json().detail)
  }

  const response = await logIn(email, password)

  expect(details.map((detail) => /[^.]+ left/.exec(detail)?.[0].trim())).toEqual([
    '4 tries left',
    '3 tries left',
    '2 tries left',
    '1 try left',
    'No tries left',
  ])
  expect(response.statusCode).toBe(429)
  expect(response.json()).toMatchObject({
    type: '/problems/too-many-requests',
    detail: 'Too many failed tries. Try again in 15 minutes.',
  })
  expect(Number(response.headers['retry-after'])).toBeGreaterThan(890)
  const locks = await db.select().from(auditLog).where(eq(auditLog.action, 'sign_in.locked'))
  expect(locks.filter(({ detail }) => JSON.stringify(detail).includes(email))).toHaveLength(1)
})

test('POST login: tries are counted per account and address, by the address the gateway saw', async () => {
  const person = await addPerson(db)
  const from = (addresses: string) => ({ 'x-forwarded-for': addresses })
  for (let failures = 0; failures < 5; failures += 1) {
    // What a caller writes in front changes nothing.
    await logIn(person.email, 'not it', {}, from(`198.51.100.${failures}, 203.0.113.7`))
  }

  expect((await logIn(person.email, password, {}, from('203.0.113.7'))).statusCode).toBe(429)
  expect((await logIn(person.email, password, {}, from('203.0.113.8'))).statusCode).toBe(200)
})

test('POST login: of thirty guesses sent at once only five are looked at', async () => {
  const person = await addPerson(db)
  const guesses = await Promise.all(Array.from({ length: 30 }, () => logIn(person.email, 'not it')))
  expect(guesses.filter(({ statusCode }) => statusCode === 401)).toHaveLength(5)
  expect(guesses.filter(({ statusCode }) => statusCode === 429)).toHaveLength(25)
})
