import { expect, test } from 'vitest'
import { z } from 'zod'
import { parseEnv, serviceEnvShape } from './parse-env.ts'

const schema = z.object({ ...serviceEnvShape, PORT: serviceEnvShape.PORT.default(8002) })
const good = {
  DATABASE_URL: 'postgres://project_service:x@localhost:5432/project_mgmt',
  REDIS_URL: 'redis://localhost:6379',
  JWT_SECRET_KEY: 'a'.repeat(32),
  SERVICE_SECRET_KEY: 'b'.repeat(32),
}

test('a variable that is not set, or set to nothing, has its default', () => {
  expect(parseEnv(schema, { ...good, LOG_LEVEL: '' })).toEqual({
    ...good,
    PORT: 8002,
    HOST: '127.0.0.1',
    JWT_ALGORITHM: 'HS256',
    LOG_LEVEL: 'INFO',
    SERVICE_VERSION: expect.any(String),
  })
})

test('every bad variable is named at once', () => {
  const bad = {
    PORT: 'http',
    DATABASE_URL: 'mysql://localhost',
    JWT_SECRET_KEY: 'short',
    JWT_ALGORITHM: 'none',
    LOG_LEVEL: 'LOUD',
  }
  const names = [...Object.keys(bad), 'REDIS_URL', 'SERVICE_SECRET_KEY']
  for (const name of names) expect(() => parseEnv(schema, bad)).toThrow(name)
})

test('a secret’s length is counted in bytes, and the secret is not shown', () => {
  const short = { ...good, JWT_SECRET_KEY: 'sixteen letters!' }
  expect(() => parseEnv(schema, short)).toThrow(/JWT_SECRET_KEY/)
  expect(() => parseEnv(schema, short)).not.toThrow(/sixteen/)
  expect(parseEnv(schema, { ...good, JWT_SECRET_KEY: 'ä'.repeat(16) }).JWT_SECRET_KEY).toHaveLength(
    16,
  )
})
