import { users } from '@milepost/db-schemas/auth'
import { openTestDatabase } from '@milepost/local-stack/test-database'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { actorWith, addPerson, cookieOf, password, serviceFor } from '#test/harness.ts'

const db = await openTestDatabase({ role: 'auth_service' })
const { send } = await serviceFor(db, null)

const logIn = (email: string, more: object = {}) =>
  send({ method: 'POST', url: '/login', body: { email, password, ...more } })

const refreshWith = (token: string, headers = {}) =>
  send({
    method: 'POST',
    url: '/refresh',
    headers: { cookie: `milepost_refresh=${token}`, ...headers },
  })

test('POST refresh, 200: changes the token for the next one, with the access of now', async () => {
  const person = await addPerson(db)
  const first = cookieOf(await logIn(person.email))
  await db.update(users).set({ display_name: 'Sara Berg' }).where(eq(users.id, person.id))

  const response = await refreshWith(first)

  expect(response.statusCode).toBe(200)
  expect(response.json().user.display_name).toBe('Sara Berg')
  expect(response.json().refresh_token).toBeUndefined()
  expect(cookieOf(response)).not.toBe(first)
  expect((await refreshWith(cookieOf(response))).statusCode).toBe(200)
})

test('POST refresh, 200: a program sends and gets the token in the body', async () => {
  const person = await addPerson(db)
  const { refresh_token } = (await logIn(person.email, { return_refresh_token: true })).json()

  const response = await send({ method: 'POST', url: '/refresh', body: { refresh_token } })

  expect(response.statusCode).toBe(200)
  expect(response.json().refresh_token).toMatch(/^[\w-]{43}$/)
  expect(response.json().refresh_token).not.toBe(refresh_token)
})

test.each([
  ['no token at all', undefined],
  ['a token nobody was given', 'x'.repeat(43)],
  ['something that is no token', 'x'],
])('POST refresh, 401: %s', async (_what, token) => {
  const response = await send({
    method: 'POST',
    url: '/refresh',
    ...(token !== undefined && { body: { refresh_token: token } }),
  })
  expect(response.statusCode).toBe(401)
  expect(response.json()).toMatchObject({ type: '/problems/session-over' })
})

test('POST refresh, 401: the session of a deactivated person is over for good', async () => {
  const person = await addPerson(db)
  const token = cookieOf(await logIn(person.email))
  await db.update(users).set({ is_active: false }).where(eq(users.id, person.id))
  expect((await refreshWith(token)).statusCode).toBe(401)

  await db.update(users).set({ is_active: true }).where(eq(users.id, person.id))
  expect((await refreshWith(token)).statusCode).toBe(401)
})

test('POST refresh, 403: a cookie that another site’s page sent along changes nothing', async () => {
  const person = await addPerson(db)
  const token = cookieOf(await logIn(person.email))
  const host = { 'x-forwarded-host': 'milepost.example:8443' }

  const foreign = await refreshWith(token, { ...host, origin: 'https://evil.example' })
  const opaque = await refreshWith(token, { ...host, origin: 'null' })
  const own = await refreshWith(token, { ...host, origin: 'https://milepost.example:8443' })

  expect([foreign.statusCode, opaque.statusCode, own.statusCode]).toEqual([403, 403, 200])
})

test.each(['cross-site', 'same-site', 'none'])(
  'POST refresh, 403: a browser that says the request is %s is believed',
  async (site) => {
    const person = await addPerson(db)
    const token = cookieOf(await logIn(person.email))
    const from = (fetchSite: string) =>
      refreshWith(token, { 'sec-fetch-site': fetchSite, origin: 'http://localhost:5173' })
    expect((await from(site)).statusCode).toBe(403)
    // Also where a proxy in between, as Vite's, calls us by another name.
    expect((await from('same-origin')).statusCode).toBe(200)
  },
)

test('POST logout, 204: ends the session and takes the cookie away', async () => {
  const person = await addPerson(db)
  const token = cookieOf(await logIn(person.email))
  const { send } = await serviceFor(db, actorWith('contributor', { id: person.id }))

  const response = await send({
    method: 'POST',
    url: '/logout',
    headers: { cookie: `milepost_refresh=${token}` },
  })

  expect(response.statusCode).toBe(204)
  expect(cookieOf(response)).toBe('')
  expect((await refreshWith(token)).statusCode).toBe(401)
})

test('POST logout, 204: nobody ends somebody else’s session', async () => {
  const person = await addPerson(db)
  const token = cookieOf(await logIn(person.email))
  const { send } = await serviceFor(db, actorWith('admin'))

  const response = await send({ method: 'POST', url: '/logout', body: { refresh_token: token } })

  expect(response.statusCode).toBe(204)
  expect((await refreshWith(token)).statusCode).toBe(200)
})

test('POST logout, 401 and 403: without a token, and with a cookie another site’s page sent along', async () => {
  const person = await addPerson(db)
  const token = cookieOf(await logIn(person.email))
  const headers = { cookie: `milepost_refresh=${token}`, origin: 'https://evil.example' }
  expect((await send({ method: 'POST', url: '/logout', headers })).statusCode).toBe(401)

  const mine = await serviceFor(db, actorWith('contributor', { id: person.id }))
  expect((await mine.send({ method: 'POST', url: '/logout', headers })).statusCode).toBe(403)
  expect((await refreshWith(token)).statusCode).toBe(200)
})

test('GET jwks.json, 200: shows no key while there is only a secret one', async () => {
  const response = await send({ method: 'GET', url: '/.well-known/jwks.json' })
  expect(response.statusCode).toBe(200)
  expect(response.json()).toEqual({ keys: [] })
})
