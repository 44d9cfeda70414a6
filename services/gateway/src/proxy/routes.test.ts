import { openTestRedis } from '@milepost/local-stack/test-redis'
import { expect, test } from 'vitest'
import { says, startGateway, startUpstream } from '#test/harness.ts'

const { url: redisUrl } = await openTestRedis()
const services = {
  auth: await startUpstream(says(200, { from: 'auth' })),
  project: await startUpstream(says(200, { from: 'project' })),
  insights: await startUpstream(says(200, { from: 'insights' })),
  timesheet: await startUpstream(says(200, { from: 'timesheet' })),
}
const gateway = await startGateway(redisUrl, {
  upstreams: {
    auth: [services.auth.url],
    project: [services.project.url],
    insights: [services.insights.url],
    timesheet: [services.timesheet.url],
  },
})
const { ask } = gateway
const lastAsked = (name: keyof typeof services) => services[name].asked.at(-1)

test.each([
  ['/auth/me', 'auth'],
  ['/auth/.well-known/jwks.json', 'auth'],
  ['/projects', 'project'],
  ['/projects?status=active&cursor=a%20b', 'project'],
  ['/projects/01a20320-9957-702e-a716-0709921a56cf/kanban', 'project'],
  ['/tasks/01a20320-9957-702e-a716-0709921a56cf', 'project'],
  ['/milestones/01a20320-9957-702e-a716-0709921a56cf', 'project'],
  ['/comments/01a20320-9957-702e-a716-0709921a56cf', 'project'],
  ['/dependencies/01a20320-9957-702e-a716-0709921a56cf', 'project'],
  ['/change-sets/01a20320-9957-702e-a716-0709921a56cf/undo', 'project'],
  ['/calendars/organisation', 'auth'],
  ['/attachments/01a20320-9957-702e-a716-0709921a56cf', 'project'],
  ['/relations/01a20320-9957-702e-a716-0709921a56cf', 'project'],
  ['/portfolio/overview', 'project'],
  ['/insights/portfolio/latest', 'insights'],
  ['/timesheets/weekly', 'timesheet'],
] as const)('GET %s is answered by the %s service, its address unchanged', async (path, name) => {
  const response = await ask(path)

  expect(await response.json()).toEqual({ from: name })
  expect(lastAsked(name)?.url).toBe(`/api/v1${path}`)
})

test.each(['/unknown', '/project', '', '/../internal/v1/x'])(
  'GET /api/v1%s, 404: nothing is at an address that no service has',
  async (path) => {
    const response = await ask(path)
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({ type: '/problems/not-found', status: 404 })
  },
)

test('a body reaches the service byte for byte, and so does the answer, compressed or not', async () => {
  const packed = Buffer.from([0x1f, 0x8b, 0, 1, 2, 3, 255])
  services.project.answer = (_, response) => {
    response.writeHead(201, { 'content-encoding': 'gzip', etag: '"7"', 'x-service': 'project' })
    response.end(packed)
  }
  const received = await gateway.app.inject({
    method: 'POST',
    url: '/api/v1/projects',
    headers: {
      authorization: `Bearer ${gateway.tokenOf()}`,
      'content-type': 'application/json',
      'idempotency-key': 'a-key-of-mine',
    },
    payload: '{"name":  "Straße"}',
  })

  expect(received.statusCode).toBe(201)
  expect(received.rawPayload.equals(packed)).toBe(true)
  expect(received.headers).toMatchObject({ 'content-encoding': 'gzip', etag: '"7"' })
  expect(lastAsked('project')).toMatchObject({
    method: 'POST',
    body: '{"name":  "Straße"}',
    headers: { 'content-type': 'application/json', 'idempotency-key': 'a-key-of-mine' },
  })
})

test('an answer larger than any buffer arrives whole', async () => {
  const large = 'x'.repeat(8_000_000)
  services.project.answer = (_, response) => response.end(large)
  expect((await (await ask('/projects')).text()).length).toBe(large.length)
})

test('statuses without a body pass', async () => {
  services.project.answer = (_, response) => response.writeHead(304, { etag: '"1"' }).end()
  expect((await ask('/projects', { headers: { 'if-none-match': '"1"' } })).status).toBe(304)
  services.project.answer = (_, response) => response.writeHead(204).end()
  expect((await ask('/projects/x', { method: 'DELETE' })).status).toBe(204)
  services.project.answer = (_, response) => response.writeHead(200, { 'content-length': 99 }).end()
  const head = await ask('/projects', { method: 'HEAD' })
  expect(head.headers.get('content-length')).toBe('99')
})

test('what a client claims about itself is not passed on; what the gateway knows is', async () => {
  services.project.answer = says(200)
  await ask('/projects', {
    headers: {
      forwarded: 'for=6.6.6.6',
      'x-forwarded-for': '6.6.6.6',
      'x-forwarded-proto': 'https',
      'x-real-ip': '6.6.6.6',
      'x-user-id': 'somebody-else',
      'x-roles': 'admin',
      'x-correlation-id': 'chosen-by-the-client',
      traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    },
  })

  const headers = lastAsked('project')?.headers
  expect(headers).toMatchObject({
    'x-forwarded-for': '127.0.0.1',
    'x-forwarded-proto': 'http',
    'x-correlation-id': 'chosen-by-the-client',
    traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
  })
  expect(Object.keys(headers ?? {})).not.toEqual(
    expect.arrayContaining([expect.stringMatching(/x-user|x-roles|x-real-ip|^forwarded$/)]),
  )
})

test('what a service says about its own connection is not passed on', async () => {
  services.project.answer = says(200, {}, { 'x-powered-by': 'x', server: 'y', 'keep-alive': 'z=1' })
  const { headers } = await ask('/projects')
  for (const name of ['x-powered-by', 'server']) expect(headers.get(name)).toBeNull()
})

test('POST, 413: a body over 1 MiB is refused before a service hears of it', async () => {
  services.project.asked.length = 0
  const response = await ask('/projects', { method: 'POST', body: 'x'.repeat(1_100_000) })
  expect(response.status).toBe(413)
  expect(services.project.asked).toEqual([])
})

test('with two processes of a service, requests go to each in turn', async () => {
  const [one, other] = [await startUpstream(), await startUpstream()]
  const { ask: askBoth } = await startGateway(redisUrl, {
    upstreams: { auth: [], insights: [], timesheet: [], project: [one.url, other.url] },
  })
  for (let i = 0; i < 10; i++) await askBoth('/projects')
  expect([one.asked.length, other.asked.length]).toEqual([5, 5])
})
