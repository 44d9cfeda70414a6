import { openTestRedis } from '@milepost/local-stack/test-redis'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { linkTo, startGateway, startUpstream } from '#test/harness.ts'

const { url: redisUrl, redis } = await openTestRedis()
const project = await startUpstream()
const auth = await startUpstream()
const upstreams = { auth: [auth.url], project: [project.url], insights: [], timesheet: [] }
const limits = { upstreams, requestsPerMinute: 100, loginsPerMinute: 20 }

const [one, other] = [await startGateway(redisUrl, limits), await startGateway(redisUrl, limits)]

const countOf = (responses: Response[], status: number) =>
  responses.filter((response) => response.status === status).length

test('exactly 100 of 150 requests pass, sent at once over two gateways', async () => {
  const id = uuidv7()
  const asked = Array.from({ length: 150 }, (_, i) =>
    (i % 2 ? one : other).ask('/projects', {}, { id }),
  )
  const responses = await Promise.all(asked)

  expect([countOf(responses, 200), countOf(responses, 429)]).toEqual([100, 50])
  const refused = responses.find(({ status }) => status === 429)
  expect(await refused?.json()).toMatchObject({ type: '/problems/too-many-requests' })
  expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(refused?.headers.get('ratelimit-remaining')).toBe('0')
})

test('one person at the limit takes nothing from another', async () => {
  const response = await one.ask('/projects', {}, { id: uuidv7() })
  expect(response.status).toBe(200)
  expect(response.headers.get('ratelimit-limit')).toBe('100')
  expect(response.headers.get('ratelimit-remaining')).toBe('99')
})

test('without a token the address counts, whatever forwarding headers claim', async () => {
  await redis.flushdb()
  const responses = await Promise.all(
    Array.from({ length: 120 }, (_, i) =>
      fetch(`${one.url}/api/v1/projects`, {
        headers: {
          'x-forwarded-for': `10.0.0.${i}`,
          forwarded: `for=10.0.0.${i}`,
          authorization: 'Bearer x',
        },
      }),
    ),
  )
  expect([countOf(responses, 401), countOf(responses, 429)]).toEqual([100, 20])
})

test('a trusted proxy says whose request it is, and only its own word counts', async () => {
  await redis.flushdb()
  const behind = await startGateway(redisUrl, { ...limits, trustProxy: true })
  const ask = (forwarded: string) =>
    fetch(`${behind.url}/api/v1/projects`, { headers: { 'x-forwarded-for': forwarded } })
  const first = await ask('198.51.100.1')
  const second = await ask('198.51.100.2')
  const spoofed = await ask('203.0.113.99, 198.51.100.1')
  const remaining = [first, second, spoofed].map(({ headers }) =>
    headers.get('ratelimit-remaining'),
  )
  expect(remaining).toEqual(['99', '99', '98'])
})

test('sign-ins are limited more strictly, per address, signed in or not', async () => {
  await redis.flushdb()
  const post = (path: string) => one.ask(path, { method: 'POST' }, { id: uuidv7() })
  const logins = await Promise.all(Array.from({ length: 30 }, () => post('/auth/login')))
  expect([countOf(logins, 200), countOf(logins, 429)]).toEqual([20, 10])
  const refreshes = await Promise.all(Array.from({ length: 70 }, () => post('/auth/refresh')))
  expect([countOf(refreshes, 200), countOf(refreshes, 429)]).toEqual([60, 10])
})

test('the app itself and health are not counted', async () => {
  await redis.flushdb()
  for (const path of ['/', '/favicon.svg', '/app-config.json', '/health/live']) {
    expect((await fetch(one.url + path)).headers.get('ratelimit-limit')).toBeNull()
  }
})

test('with Redis away, this process counts alone, and sign-ins stay limited', async () => {
  const alone = await startGateway('redis://127.0.0.1:9', limits)
  const id = uuidv7()
  const calls = await Promise.all(
    Array.from({ length: 150 }, () => alone.ask('/projects', {}, { id })),
  )
  expect([countOf(calls, 200), countOf(calls, 429)]).toEqual([100, 50])
  const logins = await Promise.all(
    Array.from({ length: 30 }, () => alone.ask('/auth/login', { method: 'POST' })),
  )
  expect(countOf(logins, 200)).toBe(20)
})

test('a Redis that hangs costs one request a second 50 ms, and nobody an answer', async () => {
  const link = await linkTo(redisUrl)
  const gateway = await startGateway(link.url, limits)
  const id = uuidv7()
  const ask = () => gateway.ask('/projects', {}, { id })
  await ask()
  link.hang()
  const from = performance.now()
  const answers = []
  for (let i = 0; i < 10; i++) answers.push(await ask())
  expect(performance.now() - from).toBeLessThan(700)
  expect(countOf(answers, 200)).toBe(10)
  expect(answers.at(-1)?.headers.get('ratelimit-remaining')).toBe('89')
})
