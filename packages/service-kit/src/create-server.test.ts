import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { testServer } from '#test/harness.ts'
import { admitFirst, admitted } from './admit.ts'
import { signAccessToken } from './authentication.ts'
import { requireVersion } from './require-version.ts'

const { app, lines, texts } = await testServer()
const team = uuidv7()
const things = new Map([
  [uuidv7(), { name: 'mine', team }],
  [uuidv7(), { name: 'theirs', team: uuidv7() }],
])
const [mine = '', theirs = ''] = things.keys()
let lookups = 0

const paramsSchema = z.object({ id: z.uuid() })
app.patch(
  '/things/:id',
  {
    config: { access: ['admin', 'project_manager', 'contributor'] },
    schema: {
      params: paramsSchema,
      body: z.strictObject({ size: z.int(), version: z.int() }),
      response: { 200: z.object({ name: z.string() }) },
    },
    preValidation: [
      admitFirst({
        params: paramsSchema,
        async find({ id }) {
          lookups++
          return things.get(id)
        },
        see: (actor, thing) => actor.team_ids.includes(thing.team),
        may: (actor) => actor.roles.includes('project_manager'),
        missing: 'There is no such thing.',
      }),
      requireVersion,
    ],
  },
  async (request) => admitted<{ name: string; team: string }>(request),
)
app.get('/broken', { config: { access: 'public' } }, async () => {
  throw new Error('a bug')
})

type Roles = Parameters<typeof signAccessToken>[1]['roles']
const tokenOf = (roles: Roles, sub = uuidv7()) =>
  signAccessToken(app, { sub, email: 'someone@milepost.example', roles, teams: [team] })

const good = { size: 1, version: 1 }
const patch = (id: string, roles: Roles | null, body: unknown = good) =>
  app.inject({
    method: 'PATCH',
    url: `/things/${id}`,
    headers: {
      'x-correlation-id': 'same-for-all',
      'content-type': 'application/json',
      ...(roles && { authorization: `Bearer ${tokenOf(roles)}` }),
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })

test('PATCH, 200: the response holds what the contract declares and nothing else', async () => {
  const response = await patch(mine, ['project_manager'])
  expect(response.statusCode).toBe(200)
  expect(response.json()).toEqual({ name: 'mine' })
})

test('PATCH: a refusal comes in the order token, role, path, object, policy, version, body', async () => {
  const wrong = { size: 'large' }
  const refusals = [
    [await patch('nonsense', null, wrong), 401],
    [await patch('nonsense', ['executive'], wrong), 403],
    [await patch('nonsense', ['contributor'], wrong), 400],
    [await patch(theirs, ['contributor'], wrong), 404],
    [await patch(mine, ['contributor'], wrong), 403],
    [await patch(mine, ['project_manager'], wrong), 428],
    [await patch(mine, ['project_manager'], { ...wrong, version: 1 }), 400],
  ] as const
  expect(refusals.map(([response]) => response.statusCode)).toEqual(
    refusals.map(([, code]) => code),
  )
})

test('PATCH, 403: a role without a grant is told the same for every id, and nothing is looked up', async () => {
  lookups = 0
  const answers = await Promise.all([mine, theirs, uuidv7()].map((id) => patch(id, ['executive'])))
  expect(new Set(answers.map((answer) => answer.body)).size).toBe(1)
  expect(lookups).toBe(0)
})

test('PATCH, 404: an invisible thing and a missing one are the same bytes and the same headers', async () => {
  const [invisible, missing] = [
    await patch(theirs, ['project_manager']),
    await patch(uuidv7(), ['project_manager']),
  ]
  expect(invisible.statusCode).toBe(404)
  expect(invisible.rawPayload).toEqual(missing.rawPayload)
  const { date: _, ...headers } = invisible.headers
  expect(missing.headers).toMatchObject(headers)
})

test.each([
  ['an unknown field', { ...good, colour: 'red' }, '#/colour'],
  ['text for a number', { ...good, size: '1' }, '#/size'],
  ['a list for a number', { ...good, size: [1] }, '#/size'],
  ['null for a number', { ...good, size: null }, '#/size'],
  ['a boolean for a number', { ...good, size: true }, '#/size'],
])('PATCH, 400: %s is refused, not converted', async (_what, body, pointer) => {
  const response = await patch(mine, ['project_manager'], body)
  expect(response.statusCode).toBe(400)
  expect(response.json()).toMatchObject({
    type: '/problems/invalid-request',
    errors: [{ pointer }],
  })
})

test.each([
  ['broken JSON', '{"size":', 'application/json', 400, 'bad-request'],
  ['a poisoned prototype', '{"__proto__":{"a":1}}', 'application/json', 400, 'bad-request'],
  [
    'another media type',
    'size=1',
    'application/x-www-form-urlencoded',
    415,
    'unsupported-media-type',
  ],
  ['more than 1 MiB', `"${'a'.repeat(1_048_577)}"`, 'application/json', 413, 'payload-too-large'],
])('PATCH: %s is a problem document', async (_what, body, type, status, kind) => {
  const response = await app.inject({
    method: 'PATCH',
    url: `/things/${mine}`,
    headers: { authorization: `Bearer ${tokenOf(['project_manager'])}`, 'content-type': type },
    body,
  })
  expect(response.statusCode).toBe(status)
  expect(response.headers['content-type']).toMatch(/^application\/problem\+json/)
  expect(response.json()).toMatchObject({ type: `/problems/${kind}`, status })
})

test('500: a bug tells the caller nothing and the log everything', async () => {
  const response = await app.inject('/broken')
  expect(response.statusCode).toBe(500)
  expect(response.json()).toMatchObject({
    type: '/problems/internal',
    detail: 'Something went wrong on our side.',
  })
  expect(lines).toContainEqual(
    expect.objectContaining({
      level: 'ERROR',
      message: 'request failed',
      correlation_id: response.headers['x-correlation-id'],
      err: expect.objectContaining({ message: 'a bug', stack: expect.stringContaining('at ') }),
    }),
  )
})

test('a route that declares no access stops the service from starting', async () => {
  const { app: careless } = await testServer()
  expect(() => careless.get('/open', async () => 'anything')).toThrow(
    'GET /open declares no access',
  )
})

test('every declared route is listed with its access, and HEAD is not one of its own', () => {
  expect(app.declaredRoutes).toContainEqual(
    expect.objectContaining({
      method: 'PATCH',
      url: '/things/:id',
      access: ['admin', 'project_manager', 'contributor'],
    }),
  )
  expect(app.declaredRoutes.map((route) => route.method)).not.toContain('HEAD')
})

test.each([
  ['a well-formed id is kept', 'req-12345678', 'req-12345678'],
  ['none gets one', undefined, expect.stringMatching(/^[0-9a-f-]{36}$/)],
  ['a line break gets a new one', 'abcdefgh"\\n{', expect.stringMatching(/^[0-9a-f-]{36}$/)],
  ['a short one gets a new one', 'x', expect.stringMatching(/^[0-9a-f-]{36}$/)],
])('correlation id: %s, and the answer carries it', async (_what, given, answered) => {
  const response = await app.inject({
    url: '/nothing',
    headers: given === undefined ? {} : { 'x-correlation-id': given },
  })
  expect(response.headers['x-correlation-id']).toEqual(answered)
  expect(response.json().correlation_id).toEqual(answered)
})

test('one line per request says who asked what and how it ended, in the specification’s order', async () => {
  const sub = uuidv7()
  await app.inject({
    method: 'PATCH',
    url: `/things/${mine}?secret=1`,
    headers: {
      'x-correlation-id': 'one-line-please',
      authorization: `Bearer ${tokenOf(['project_manager'], sub)}`,
    },
    body: good,
  })
  const own = texts.filter((text) => text.includes('one-line-please'))
  expect(own).toHaveLength(1)
  const line = JSON.parse(own[0] ?? '')
  expect(line).toEqual({
    timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    level: 'INFO',
    service: 'test-service',
    correlation_id: 'one-line-please',
    message: 'request completed',
    method: 'PATCH',
    route: '/things/:id',
    status: 200,
    duration_ms: expect.any(Number),
    user_id: sub,
  })
  expect(Object.keys(line).slice(0, 5)).toEqual([
    ...['timestamp', 'level', 'service', 'correlation_id', 'message'],
  ])
})

test.each(['text/plain', 'application/xml'])('PATCH, 415: a body of %s', async (type) => {
  const headers = { authorization: `Bearer ${tokenOf(['project_manager'])}`, 'content-type': type }
  const url = `/things/${mine}`
  const response = await app.inject({ method: 'PATCH', url, headers, body: JSON.stringify(good) })
  expect(response.statusCode).toBe(415)
  expect(response.json()).toMatchObject({ type: '/problems/unsupported-media-type' })
})

test('GET /metrics counts and times every request by pattern, never by path', async () => {
  await app.inject('/broken')
  const { body, headers } = await app.inject('/metrics')
  expect(headers['content-type']).toMatch(/^text\/plain/)
  const labels = 'method="GET",route="/broken",status="500",service="test-service"'
  expect(body).toContain(`http_requests_total{${labels}}`)
  expect(body).toContain(`http_request_errors_total{${labels}}`)
  expect(body).toMatch(/http_request_duration_seconds_bucket\{le="0.005",/)
  expect(body).not.toContain(mine)
})
