import { createHmac, generateKeyPairSync, sign } from 'node:crypto'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { openTestRedis } from '@milepost/local-stack/test-redis'
import { v7 as uuidv7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { jwtSecret, says, startGateway, startUpstream } from '#test/harness.ts'

const { url: redisUrl } = await openTestRedis()
const notFoundBody = { type: '/problems/not-found', title: 'Not Found', status: 404 }
const project = await startUpstream(says(404, notFoundBody))
const auth = await startUpstream()
const upstreams = { auth: [auth.url], project: [project.url], insights: [], timesheet: [] }
const gateway = await startGateway(redisUrl, { upstreams })
const { url, tokenOf } = gateway

const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')
const seconds = Math.floor(Date.now() / 1000)
const claims = {
  sub: uuidv7(),
  email: 'someone@milepost.example',
  typ: 'access',
  jti: uuidv7(),
  roles: ['admin'],
  teams: [],
  iss: 'milepost',
  aud: 'milepost-api',
  iat: seconds,
  exp: seconds + 300,
}

function forge(changed: object = {}, header: object = {}, secret = jwtSecret): string {
  const signed = `${encode({ alg: 'HS256', typ: 'JWT', ...header })}.${encode({ ...claims, ...changed })}`
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`
}
const [head = '', body = '', signature = ''] = forge().split('.')
const { privateKey } = generateKeyPairSync('ed25519')
const eddsa = `${encode({ alg: 'EdDSA', typ: 'JWT' })}.${body}`

const forged: [string, string][] = [
  ['empty', ''],
  ['not a token', 'token'],
  ['two parts', `${head}.${body}`],
  ['four parts', `${head}.${body}.${signature}.x`],
  ['no signature', `${head}.${body}.`],
  ['another signature', `${head}.${body}.${'A'.repeat(43)}`],
  ['a longer signature', `${head}.${body}.${signature}AAAA`],
  ['another body', `${head}.${encode({ ...claims, sub: uuidv7() })}.${signature}`],
  ['unsigned', `${encode({ alg: 'none' })}.${body}.`],
  ['unsigned, other case', `${encode({ alg: 'NoNe' })}.${body}.`],
  ['another algorithm', forge({}, { alg: 'HS512' })],
  [
    'a key pair of its own',
    `${eddsa}.${sign(null, Buffer.from(eddsa), privateKey).toString('base64url')}`,
  ],
  ['a key in the header', forge({}, { jwk: { kty: 'oct', k: 'AAAA' } }, 'A'.repeat(32))],
  ['a key address in the header', forge({}, { jku: 'http://127.0.0.1/keys' }, 'B'.repeat(32))],
  ['a key file in the header', forge({}, { kid: '../../dev/null' }, '')],
  ['another secret', forge({}, {}, 'another secret of at least 32 bytes')],
  ['expired', forge({ exp: seconds - 1 })],
  ['expired long ago', forge({ exp: 1 })],
  ['without an end', forge({ exp: undefined })],
  ['an end that is no number', forge({ exp: 'never' })],
  ['not yet valid', forge({ nbf: seconds + 600 })],
  ['another issuer', forge({ iss: 'someone' })],
  ['no issuer', forge({ iss: undefined })],
  ['another audience', forge({ aud: 'milepost-internal' })],
  ['no audience', forge({ aud: undefined })],
  ['a refresh token', forge({ typ: 'refresh' })],
  ['a service token', forge({ typ: 'service', sub: 'insights-service' })],
  ['no type', forge({ typ: undefined })],
  ['no id', forge({ jti: undefined })],
  ['no subject', forge({ sub: undefined })],
  ['a subject that is no id', forge({ sub: 'admin' })],
  ['a role we do not know', forge({ roles: ['root'] })],
  ['roles that are no list', forge({ roles: 'admin' })],
  ['no roles', forge({ roles: undefined })],
  ['teams that are no ids', forge({ teams: ['*'] })],
  ['a body that is no object', `${head}.${Buffer.from('"x"').toString('base64url')}.${signature}`],
  ['a header that is no JSON', `eHg.${body}.${signature}`],
  ['signed with nothing', forge({}, {}, '')],
]

describe('401, before a service hears of it', () => {
  test.each(forged)('a token that is %s', async (_, token) => {
    for (const path of ['/projects', '/insights/portfolio/latest', '/auth/me']) {
      const response = await fetch(`${url}/api/v1${path}`, {
        headers: { authorization: `Bearer ${token}` },
      })
      expect(response.status).toBe(401)
      expect(response.headers.get('www-authenticate')).toBe('Bearer')
      expect(await response.json()).toMatchObject({ type: '/problems/unauthenticated' })
    }
    expect(project.asked).toEqual([])
  })

  test.each(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])('%s without a token', async (method) => {
    expect((await fetch(`${url}/api/v1/projects`, { method })).status).toBe(401)
  })

  test('a body that is too large, from nobody', async () => {
    const response = await fetch(`${url}/api/v1/projects`, {
      method: 'POST',
      body: 'x'.repeat(2_000_000),
    }).catch(() => null)
    expect(response?.status ?? 401).toBe(401)
  })
})

test.each([
  ['POST', '/auth/login'],
  ['POST', '/auth/refresh'],
  ['GET', '/auth/.well-known/jwks.json'],
])('%s %s needs no token', async (method, path) => {
  expect((await fetch(`${url}/api/v1${path}`, { method })).status).toBe(200)
})

test.each(['TRACE', 'QUERY', 'PROPFIND', 'LINK'])('%s, 405 at every address', async (method) => {
  for (const path of [
    '/',
    '/api/v1/projects',
    '/api/v1/auth/login',
    '/ws',
    '/health',
    '/nowhere',
  ]) {
    const socket = connect(Number(new URL(url).port), '127.0.0.1')
    socket.write(`${method} ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 405 [\s\S]*\r\nallow: /i)
  }
})

test('the 404 of a service passes byte for byte, so one cannot tell missing from invisible', async () => {
  const ask = async () => {
    const response = await gateway.ask(`/projects/${uuidv7()}`, {
      headers: { 'x-correlation-id': 'the-same-for-both' },
    })
    const headers = Object.fromEntries(response.headers)
    for (const name of ['date', 'ratelimit-remaining', 'ratelimit-reset']) delete headers[name]
    return { headers, body: await response.text() }
  }
  expect(await ask()).toEqual(await ask())
})

describe('every answer carries the security headers', async () => {
  const small = await startGateway(redisUrl, { upstreams, requestsPerMinute: 1, tls: true })
  const bearer = { authorization: `Bearer ${tokenOf({ id: uuidv7() })}` }
  const api = (path: string, init: RequestInit = {}) => fetch(`${url}/api/v1${path}`, init)
  await small.ask('/auth/me', { headers: bearer })

  test.each<[number, string, () => Promise<Response>]>([
    [200, 'a page', () => fetch(`${url}/portfolio`, { headers: { accept: 'text/html' } })],
    [200, 'health', () => fetch(`${url}/health/live`)],
    [400, 'a malformed address', () => api('/projects/%61')],
    [401, 'no token', () => api('/projects')],
    [404, 'a service', () => api('/projects', { headers: bearer })],
    [404, 'the gateway', () => api('/nothing')],
    [404, 'metrics', () => fetch(`${url}/metrics`)],
    [
      413,
      'too large',
      () => api('/projects', { method: 'POST', headers: bearer, body: 'x'.repeat(1_100_000) }),
    ],
    [429, 'too many', () => small.ask('/auth/me', { headers: bearer })],
    [503, 'no such service', () => api('/insights/x', { headers: bearer })],
  ])('%i, %s', async (status, _, ask) => {
    const response = await ask()
    expect(response.status).toBe(status)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-security-policy': expect.stringContaining("script-src 'self';"),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
      'x-correlation-id': expect.stringMatching(/^[\w.-]{8,128}$/),
    })
  })

  test.each([
    [400, 'GET / HTTP/1.1\r\nBad Header\r\n\r\n'],
    [431, `GET / HTTP/1.1\r\nHost: x\r\nX-Large: ${'x'.repeat(20_000)}\r\n\r\n`],
  ])('%i, what is not even a request', async (status, request) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1')
    socket.write(request)
    const answer = await text(socket)
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
    expect(answer).toContain('x-content-type-options: nosniff')
    expect(answer).toContain('"type":"/problems/')
  })

  test('HTTPS is insisted on only where there is HTTPS', async () => {
    const strict = 'strict-transport-security'
    expect((await fetch(`${url}/`)).headers.get(strict)).toBeNull()
    expect((await fetch(`${small.url}/`)).headers.get(strict)).toMatch(/max-age=\d+/)
  })
})

test('only pages of named origins may call the API', async () => {
  const shared = await startGateway(redisUrl, { upstreams, corsOrigins: ['https://wall.example'] })
  const preflight = async (origin: string) => {
    const response = await fetch(`${shared.url}/api/v1/projects`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST' },
    })
    return response.headers.get('access-control-allow-origin')
  }
  expect(await preflight('https://wall.example')).toBe('https://wall.example')
  expect(await preflight('https://evil.example')).toBeNull()
  const answer = await shared.ask('/projects', { headers: { origin: 'https://wall.example' } })
  expect(answer.headers.get('access-control-allow-origin')).toBe('https://wall.example')
})
