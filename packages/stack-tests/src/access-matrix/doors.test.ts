import { request } from 'node:http'
import { describe, expect, test } from 'vitest'
import { serviceUrls, stack } from '#stack.ts'

const doors = Object.entries(serviceUrls)
const paths = [
  '/api/v1/auth/me',
  '/api/v1/projects',
  '/api/v1/insights/portfolio/latest',
  '/api/v1/timesheets/weekly',
]

test('O01 GET /health says only how it is, to anybody', async () => {
  const response = await fetch(`${stack.GATEWAY_URL}/health`)
  expect(response.status).toBe(200)
  expect(await response.json()).toEqual({ status: expect.any(String) })
})

test('O02 GET /metrics is not there for the public', async () => {
  expect((await fetch(`${stack.GATEWAY_URL}/metrics`)).status).toBe(404)
})

describe.each(doors)('O03 the %s service, asked directly', (_name, url) => {
  const path = paths[doors.findIndex(([, other]) => other === url)] ?? ''

  test.each([
    ['without anything', {}],
    ['with a forged identity', { 'x-user-id': crypto.randomUUID(), 'x-roles': 'admin' }],
    ['with a token of nobody', { authorization: 'Bearer nobody' }],
  ])('%s refuses', async (_how, headers) => {
    expect((await fetch(`${url}${path}`, { headers })).status).toBe(401)
  })

  test('shows its whole health on its own port', async () => {
    const response = await fetch(`${url}/health`)
    expect(await response.json()).toMatchObject({
      status: 'healthy',
      service: expect.stringMatching(/-service$/),
      version: expect.any(String),
      checks: { database: { status: 'healthy' }, redis: { status: 'healthy' } },
    })
  })

  test('shows the metrics that operators watch', async () => {
    const text = await (await fetch(`${url}/metrics`)).text()
    for (const name of [
      'http_request_duration_seconds',
      'http_requests_total',
      'db_pool_connections',
    ])
      expect(text).toContain(name)
  })
})

/** `fetch` refuses to send some of these. */
const ask = (method: string, path: string) =>
  new Promise<number | undefined>((resolve, reject) => {
    const { hostname, port } = new URL(stack.GATEWAY_URL)
    const asking = request({ hostname, port, path, method, timeout: 5000 }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
    asking.once('error', reject)
    asking.end()
  })

test.each(['TRACE', 'QUERY', 'PROPFIND'])('O04 %s is no method of any route', async (method) => {
  for (const path of [...paths, '/health', '/']) expect(await ask(method, path), path).toBe(405)
})

test.each([
  '/internal/v1/utilization',
  '/api/v1/../../internal/v1/utilization',
  '/api/v1/auth/..%2f..%2fmetrics',
])('the gateway leads nobody to %s', async (path) => {
  expect([400, 404]).toContain(await ask('GET', path))
})
