import { connect } from 'node:net'
import { openTestRedis } from '@milepost/local-stack/test-redis'
import { expect, test } from 'vitest'
import {
  restartUpstream,
  says,
  startGateway,
  startUpstream,
  stopUpstream,
  type TestUpstream,
  until,
} from '#test/harness.ts'

const { url: redisUrl } = await openTestRedis()

/** A gateway of the test's own: what one breaker learns is nobody else's business. */
async function gatewayTo(projects: TestUpstream[]) {
  const insights = await startUpstream()
  const gateway = await startGateway(redisUrl, {
    upstreams: {
      auth: [],
      timesheet: [],
      project: projects.map(({ url }) => url),
      insights: [insights.url],
    },
  })
  const status = async (path = '/projects', init: RequestInit = {}) =>
    (await gateway.ask(path, init)).status
  return { ...gateway, status }
}
const problemOf = async (response: Response) => ({
  status: response.status,
  type: ((await response.json()) as { type: string }).type,
})
const hangs = () => {}

test('five failures open the breaker: 503 with Retry-After at once, and others go on', async () => {
  const project = await startUpstream(says(500))
  project.health = 'unready'
  const { ask, status } = await gatewayTo([project])
  for (let i = 0; i < 5; i++) expect(await status()).toBe(500)

  const from = performance.now()
  const refused = await ask('/projects')
  expect(performance.now() - from).toBeLessThan(250)
  expect(refused.headers.get('retry-after')).toBe('2')
  expect(await problemOf(refused)).toEqual({ status: 503, type: '/problems/unavailable' })
  expect(project.asked.length).toBe(5)
  expect(await status('/insights/portfolio/latest')).toBe(200)
})

test('no number of refusals opens it', async () => {
  const project = await startUpstream()
  const { status } = await gatewayTo([project])
  for (const code of [400, 401, 403, 404, 409, 422, 428, 429]) {
    project.answer = says(code)
    for (let i = 0; i < 6; i++) expect(await status()).toBe(code)
  }
})

test('a service that has recovered is asked again within seconds, by itself', async () => {
  const project = await startUpstream(says(500))
  project.health = 'unready'
  const { status } = await gatewayTo([project])
  for (let i = 0; i < 6; i++) await status()

  project.answer = says(200)
  project.health = 'ready'
  const from = performance.now()
  await until(async () => (await status()) === 200)
  expect(performance.now() - from).toBeLessThan(5_000)
})

test('a stopped service: 503 and nothing was changed; a restarted one answers again', async () => {
  const project = await startUpstream()
  const { ask, status } = await gatewayTo([project])
  expect(await status()).toBe(200)
  await stopUpstream(project)
  expect(await problemOf(await ask('/projects', { method: 'POST' }))).toEqual({
    status: 503,
    type: '/problems/unavailable',
  })
  for (let i = 0; i < 10; i++) await status()
  await restartUpstream(project)
  await until(async () => (await status()) === 200)
})

test('with one of two processes stopped, every request is answered', async () => {
  const [one, other] = [await startUpstream(), await startUpstream()]
  const { status } = await gatewayTo([one, other])
  for (let i = 0; i < 4; i++) await status()
  await stopUpstream(one)
  const statuses = []
  for (let i = 0; i < 30; i++)
    statuses.push(await status('/projects', { method: i % 2 ? 'POST' : 'GET' }))
  expect(new Set(statuses)).toEqual(new Set([200]))
})

test('a connection that breaks: a read is asked of another process, a change never is', async () => {
  const one = await startUpstream((request) => request.socket.destroy())
  const other = await startUpstream()
  const { ask, status } = await gatewayTo([one, other])
  expect([await status(), await status()]).toEqual([200, 200])
  expect(one.asked.length).toBeGreaterThan(0)

  const answers = [
    await ask('/projects', { method: 'POST' }),
    await ask('/projects', { method: 'POST' }),
  ]
  const broken = answers.find(({ status }) => status !== 200)
  expect(broken && (await problemOf(broken))).toEqual({
    status: 502,
    type: '/problems/upstream-interrupted',
  })
})

test('a service that hangs: every request is answered within 5 s, and soon at once', async () => {
  const project = await startUpstream(hangs)
  project.health = 'hangs'
  const { ask, status } = await gatewayTo([project])
  const from = performance.now()
  const answers = await Promise.all(Array.from({ length: 80 }, () => ask('/projects')))
  expect(performance.now() - from).toBeLessThan(5_000)
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([504]))

  const later = performance.now()
  expect(await status()).toBe(503)
  expect(performance.now() - later).toBeLessThan(500)
}, 15_000)

test('a hung service is noticed long before its requests time out', async () => {
  const project = await startUpstream(hangs)
  project.health = 'hangs'
  const { status } = await gatewayTo([project])
  const hanging = status()
  const from = performance.now()
  await until(() => isRefusedAtOnce(status))
  expect(performance.now() - from).toBeLessThan(4_000)
  await hanging
}, 15_000)

async function isRefusedAtOnce(status: () => Promise<number>): Promise<boolean> {
  const patience = new Promise<number>((resolve) => setTimeout(() => resolve(0), 200))
  return (await Promise.race([status(), patience])) === 503
}

test('a slow answer of a service that lives is waited for', async () => {
  const project = await startUpstream((_, response) =>
    setTimeout(() => response.end('late'), 2_500),
  )
  const { ask } = await gatewayTo([project])
  expect(await (await ask('/projects')).text()).toBe('late')
}, 10_000)

test('clients that go away do not count against the service', async () => {
  const project = await startUpstream(hangs)
  const { url, tokenOf, status } = await gatewayTo([project])
  for (let i = 0; i < 10; i++) {
    const socket = connect(Number(new URL(url).port), '127.0.0.1')
    socket.write(
      `GET /api/v1/projects HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${tokenOf()}\r\n\r\n`,
    )
    await until(() => project.asked.length === i + 1)
    socket.destroy()
  }
  project.answer = says(200)
  expect(await status()).toBe(200)
})

test('half an answer ends in a broken connection, never in a whole-looking one', async () => {
  const project = await startUpstream((request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    response.write('{"half":')
    setTimeout(() => request.socket.destroy(), 50)
  })
  const { ask } = await gatewayTo([project])
  const response = await ask('/projects')
  await expect(response.text()).rejects.toThrow()
})

test('a gateway that stops still answers what it was asked', async () => {
  const project = await startUpstream((_, response) => setTimeout(() => response.end('late'), 300))
  const { app, ask } = await gatewayTo([project])
  const asked = ask('/projects')
  await until(() => project.asked.length === 1)
  await app.close()
  expect(await (await asked).text()).toBe('late')
})
