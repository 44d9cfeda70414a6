import { expect, test } from 'vitest'
import { testServer } from '#test/harness.ts'
import { health } from './health.ts'

const works = async () => 'PONG'
const fails = async () => {
  throw new Error('away')
}
const hangs = () => new Promise<never>(() => {})

async function ask(url: string, database: () => Promise<unknown>, redis: () => Promise<unknown>) {
  const { app } = await testServer()
  await app.register(health, {
    service: 'project-service',
    version: '1.0.0',
    checks: { database, redis },
    essential: ['database'],
  })
  return app.inject(url)
}

test.each([
  ['everything answers', works, works, 200, 'healthy', 'healthy', 'healthy'],
  ['Redis is away', works, fails, 200, 'degraded', 'healthy', 'unhealthy'],
  ['Redis does not answer', works, hangs, 200, 'degraded', 'healthy', 'unhealthy'],
  ['the database is away', fails, works, 503, 'unhealthy', 'unhealthy', 'healthy'],
  ['the database does not answer', hangs, works, 503, 'unhealthy', 'unhealthy', 'healthy'],
])('GET /health when %s', async (_when, database, redis, code, status, databaseIs, redisIs) => {
  const response = await ask('/health', database, redis)
  expect(response.statusCode).toBe(code)
  expect(response.json()).toEqual({
    status,
    service: 'project-service',
    version: '1.0.0',
    checks: { database: { status: databaseIs }, redis: { status: redisIs } },
  })
})

test('GET /health/live answers whatever else is away', async () => {
  expect((await ask('/health/live', fails, fails)).statusCode).toBe(200)
})

test('GET /health/ready asks only what no request can do without', async () => {
  expect((await ask('/health/ready', works, fails)).statusCode).toBe(200)
  expect((await ask('/health/ready', fails, works)).statusCode).toBe(503)
})

test('many who ask at once cost one look', async () => {
  const { app } = await testServer()
  let looks = 0
  await app.register(health, {
    service: 'project-service',
    version: '1.0.0',
    checks: {
      async database() {
        looks++
      },
    },
    essential: ['database'],
  })
  await Promise.all(Array.from({ length: 50 }, () => app.inject('/health')))
  expect(looks).toBe(1)
})
