import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { appConfigSchema } from '@milepost/api-contracts/app-config'
import { openTestRedis } from '@milepost/local-stack/test-redis'
import { expect, test } from 'vitest'
import { makeWebRoot, startGateway, until } from '#test/harness.ts'

const { url: redisUrl } = await openTestRedis()
const webRoot = makeWebRoot()
const openApiDir = mkdtempSync(join(tmpdir(), 'milepost-openapi-'))
writeFileSync(join(openApiDir, 'auth-service.yaml'), 'openapi: 3.1.0\n')
writeFileSync(join(openApiDir, 'notes.txt'), 'not an OpenAPI file')
const { app } = await startGateway(redisUrl, { webRoot, openApiDir, demoProfile: true })

const html = { accept: 'text/html,*/*' }
const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers })

test.each([
  '/',
  '/portfolio',
  '/projects/01a20320-9957-702e-a716-0709921a56cf/board',
  '/admin/users',
])(
  'GET %s, 200: every page of the app is its one document, asked for anew each time',
  async (path) => {
    const response = await get(path, html)
    expect(response.statusCode).toBe(200)
    expect(response.body).toContain('<title>Milepost</title>')
    expect(response.headers).toMatchObject({ 'cache-control': 'no-cache' })
    expect(response.headers['content-security-policy']).toContain(
      "connect-src 'self' ws://localhost",
    )
  },
)

test.each([
  '/assets/gone-1234.js',
  '/nothing.svg',
  '/api',
  '/api/v2/x',
  '/metrics',
  '/internal/v1/x',
  '/docs',
  '/ws',
])('GET %s, 404: what is no page is not answered with one', async (path) =>
  expect((await get(path, html)).statusCode).toBe(path === '/ws' ? 401 : 404),
)

test('a program that asks for a page that is not there gets no page', async () => {
  expect((await get('/portfolio', { accept: 'application/json' })).statusCode).toBe(404)
})

test('a file whose name changes with its content is kept for a year, in the form the browser takes', async () => {
  const path = '/assets/app-4f2a.js'
  await until(
    async () => 'content-encoding' in (await get(path, { 'accept-encoding': 'br' })).headers,
  )
  const [plain, gzip, br] = [
    await get(path),
    await get(path, { 'accept-encoding': 'gzip' }),
    await get(path, { 'accept-encoding': 'gzip, deflate, br' }),
  ]
  expect(plain.headers).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    'content-type': 'text/javascript; charset=utf-8',
    vary: 'accept-encoding',
  })
  expect(gunzipSync(gzip.rawPayload).toString()).toBe(plain.body)
  expect(br.headers['content-encoding']).toBe('br')
})

test('GET, 304: who has the file is not sent it again', async () => {
  const etag = String((await get('/favicon.svg')).headers.etag)
  expect((await get('/favicon.svg', { 'if-none-match': etag })).statusCode).toBe(304)
})

test('GET, 503: a gateway without the built app says so to a reader', async () => {
  const { app: empty } = await startGateway(redisUrl, { webRoot: '/nowhere' })
  const response = await empty.inject({ url: '/', headers: html })
  expect(response.statusCode).toBe(503)
  expect(response.body).toContain('<h1>Milepost is starting</h1>')
})

test('the sign-in page offers the demo accounts in the demo profile only', async () => {
  const demo = appConfigSchema.parse((await get('/app-config.json')).json())
  expect(demo.demo_accounts.map(({ email, role }) => [email, role])).toEqual([
    ['executive@milepost.example', 'executive'],
    ['manager@milepost.example', 'project_manager'],
    ['contributor@milepost.example', 'contributor'],
    ['admin@milepost.example', 'admin'],
  ])
  const { app: real } = await startGateway(redisUrl)
  expect((await real.inject('/app-config.json')).json()).toEqual({
    version: '0.1.0',
    demo_accounts: [],
  })
})

test('the API reference comes from here alone, and its one inline script is named by its hash', async () => {
  expect((await app.inject({ method: 'HEAD', url: '/docs/api' })).statusCode).toBe(308)
  expect((await app.inject({ method: 'HEAD', url: '/docs/api/' })).statusCode).toBe(200)
  const page = await get('/docs/api/')
  expect(page.body).toContain('/docs/api/openapi/auth-service.yaml')
  expect(page.body).not.toMatch(/https?:\/\//)
  expect(page.headers['content-security-policy']).toMatch(/script-src 'self' 'sha256-[\w+/=]+';/)
  const script = await get('/docs/api/js/scalar.js')
  expect(gunzipSync(script.rawPayload).length).toBeGreaterThan(1_000_000)
})

test('the OpenAPI files are there, and nothing beside them', async () => {
  expect((await get('/docs/api/openapi/auth-service.yaml')).body).toBe('openapi: 3.1.0\n')
  for (const name of ['notes.txt', 'other.yaml', '..%2fpackage.json']) {
    expect((await get(`/docs/api/openapi/${name}`)).statusCode).toBeGreaterThanOrEqual(400)
  }
})
