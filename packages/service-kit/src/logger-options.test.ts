import { openTestDatabase } from '@milepost/local-stack/test-database'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { testServer } from '#test/harness.ts'

const { app, lines, texts } = await testServer()
const db = await openTestDatabase()
const last = () => lines.at(-1)

test('a line is the fields of the specification and then its own', () => {
  app.log.info({ task_id: 'uuid', new_status: 'done' }, 'Task status updated')
  expect(last()).toEqual({
    timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    level: 'INFO',
    service: 'test-service',
    message: 'Task status updated',
    task_id: 'uuid',
    new_status: 'done',
  })
  const names = Object.keys(last() ?? {})
  expect(names).toEqual(['timestamp', 'level', 'service', 'message', 'task_id', 'new_status'])
})

test.each([
  ['debug', 'DEBUG'],
  ['info', 'INFO'],
  ['warn', 'WARNING'],
  ['error', 'ERROR'],
  ['fatal', 'ERROR'],
] as const)('%s is %s', (method, level) => {
  app.log[method]({}, 'something')
  expect(last()).toMatchObject({ level, message: 'something' })
})

test('texts that look like the frame of a line do not break it', () => {
  const message = 'a "quote", \n a line, and ,"message":"x"}'
  app.log.info({ message_of_theirs: ',"message":"y"}', nested: { message: 'z' } }, message)
  expect(last()).toMatchObject({ message, nested: { message: 'z' } })
  app.log.info({ nested: { message: 'no message of its own' } })
  expect(last()).toMatchObject({ nested: { message: 'no message of its own' } })
})

test('a secret is not written, wherever it is nested', () => {
  app.log.info({ call: { headers: { authorization: 'Bearer abc' } }, password: 'def' }, 'call')
  expect(texts.at(-1)).not.toMatch(/abc|def/)
})

test('an error of a query shows its code and where it came from, and none of its parameters', async () => {
  const secret = 'argon2-hash-of-somebody'
  const failed = await db.execute(sql`select ${secret}::int`).catch((error: unknown) => error)
  app.log.error({ err: failed }, 'query failed')
  expect(last()).toMatchObject({
    err: {
      message: expect.stringContaining('Failed query'),
      stack: expect.stringContaining('at '),
      cause: { code: '22P02' },
    },
  })
  expect(
    JSON.stringify({ ...last(), err: { ...(last()?.err as object), cause: undefined } }),
  ).not.toContain(secret)
})
