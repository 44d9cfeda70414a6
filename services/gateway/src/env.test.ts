import { expect, test } from 'vitest'
import { envSchema } from './env.ts'

const needed = { REDIS_URL: 'redis://redis:6379', JWT_SECRET_KEY: 'x'.repeat(32) }

test('with only what has no default, it serves this machine and trusts nobody', () => {
  expect(envSchema.parse(needed)).toMatchObject({
    GATEWAY_PORT: 3000,
    HOST: '127.0.0.1',
    PROJECT_URL: ['http://127.0.0.1:8002'],
    CORS_ORIGINS: [],
    RATE_LIMIT_PER_MINUTE: 100,
    DEMO_PROFILE: false,
    TRUST_PROXY: false,
  })
})

test('a service may have several addresses', () => {
  const { PROJECT_URL } = envSchema.parse({
    ...needed,
    PROJECT_URL: 'http://a:8002, http://b:8002/',
  })
  expect(PROJECT_URL).toEqual(['http://a:8002', 'http://b:8002'])
})

test.each([
  ['JWT_SECRET_KEY', 'short'],
  ['PROJECT_URL', ''],
  ['PROJECT_URL', 'http://a:8002/prefix'],
  ['PROJECT_URL', 'ftp://a'],
  ['CORS_ORIGINS', '*'],
  ['RATE_LIMIT_PER_MINUTE', '0'],
  ['DEMO_PROFILE', 'yes'],
])('%s cannot be %j', (name, value) => {
  expect(envSchema.safeParse({ ...needed, [name]: value }).success).toBe(false)
})
