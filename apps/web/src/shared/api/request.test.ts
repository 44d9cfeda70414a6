import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { problemBody, session } from '#test/session.ts'
import { ApiProblem } from './api-problem.ts'
import { request } from './request.ts'
import { currentSession, sessionStatus, signedIn } from './session-store.ts'

const server = setupServer()
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterEach(() => server.resetHandlers())
afterAll(() => server.close())
beforeEach(() => signedIn(session('token-1')))

const get = () => request({ method: 'GET', path: '/thing' })
const refused = async () => {
  const error: unknown = await get().catch((thrown: unknown) => thrown)
  if (!(error instanceof ApiProblem)) throw error
  return error
}

/** Answers only this token, as a server whose other tokens have run out. */
const onlyWith = (token: string) =>
  http.get('*/api/v1/thing', ({ request: sent }) =>
    sent.headers.get('authorization') === `Bearer ${token}`
      ? HttpResponse.json({ name: 'it' })
      : HttpResponse.json(problemBody(401, 'unauthenticated'), { status: 401 }),
  )
let refreshes = 0
beforeEach(() => {
  refreshes = 0
})
const refresh = (answer: () => Response) =>
  http.post('*/api/v1/auth/refresh', () => {
    refreshes += 1
    return answer()
  })

test('an answer that is no JSON is from something in between, whatever it says of itself', async () => {
  server.use(http.get('*/api/v1/thing', () => HttpResponse.html('<h1>Sign in to the Wi-Fi</h1>')))
  expect(await refused()).toMatchObject({ type: '/problems/unreachable', status: 200 })
})

test('a refusal carries its type, sentence and reference', async () => {
  server.use(
    http.get('*/api/v1/thing', () =>
      HttpResponse.json(problemBody(404, 'not-found', 'No such thing.'), { status: 404 }),
    ),
  )
  expect(await refused()).toMatchObject({
    type: '/problems/not-found',
    message: 'No such thing.',
    reference: 'req-12345678',
  })
})

test('no answer, and an answer from something in between, are both "unreachable"', async () => {
  server.use(http.get('*/api/v1/thing', () => HttpResponse.error()))
  expect(await refused()).toMatchObject({ type: '/problems/unreachable', status: 0 })
  server.use(http.get('*/api/v1/thing', () => new HttpResponse('<h1>502</h1>', { status: 502 })))
  expect(await refused()).toMatchObject({ type: '/problems/unreachable', status: 502 })
})

test('a token that ran out is renewed silently and the request sent once more', async () => {
  server.use(
    onlyWith('token-2'),
    refresh(() => HttpResponse.json(session('token-2'))),
  )
  expect(await get()).toEqual({ name: 'it' })
  expect(currentSession()?.accessToken).toBe('token-2')
})

test('five requests that find the token over renew it once', async () => {
  server.use(
    onlyWith('token-2'),
    refresh(() => HttpResponse.json(session('token-2'))),
  )
  await Promise.all([get(), get(), get(), get(), get()])
  expect(refreshes).toBe(1)
})

test('a token about to end is renewed before the request, so nothing is refused', async () => {
  signedIn(session('token-1'), Date.now() - 299_000)
  const sent: (string | null)[] = []
  server.use(
    http.get('*/api/v1/thing', ({ request: one }) => {
      sent.push(one.headers.get('authorization'))
      return HttpResponse.json({ name: 'it' })
    }),
    refresh(() => HttpResponse.json(session('token-2'))),
  )
  await get()
  expect(sent).toEqual(['Bearer token-2'])
})

test('a server that still refuses after the renewal is not asked a third time', async () => {
  server.use(
    onlyWith('token-9'),
    refresh(() => HttpResponse.json(session('token-2'))),
  )
  expect((await refused()).status).toBe(401)
  expect(refreshes).toBe(1)
})

test('a session that is over signs out', async () => {
  server.use(
    onlyWith('token-2'),
    refresh(() => HttpResponse.json(problemBody(401, 'unauthenticated'), { status: 401 })),
  )
  expect((await refused()).status).toBe(401)
  expect(sessionStatus()).toBe('signed_out')
})

test('a server that cannot renew right now signs nobody out', async () => {
  server.use(
    onlyWith('token-2'),
    refresh(() => HttpResponse.json(problemBody(503, 'unavailable'), { status: 503 })),
  )
  expect((await refused()).status).toBe(503)
  expect(sessionStatus()).toBe('signed_in')
})

test('a create says which attempt it is', async () => {
  let key: string | null = null
  server.use(
    http.post('*/api/v1/things', ({ request: sent }) => {
      key = sent.headers.get('idempotency-key')
      return HttpResponse.json({ name: 'it' }, { status: 201 })
    }),
  )
  await request({
    method: 'POST',
    path: '/things',
    body: {},
    idempotencyKey: 'attempt-1',
  })
  expect(key).toBe('attempt-1')
})

test('an answer without content is undefined, not a failure', async () => {
  server.use(http.delete('*/api/v1/thing', () => new HttpResponse(null, { status: 204 })))
  expect(await request({ method: 'DELETE', path: '/thing' })).toBeUndefined()
})
