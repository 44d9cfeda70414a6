import { idempotencyKeys } from '@milepost/db-schemas/projects'
import { openTestDatabase } from '@milepost/local-stack/test-database'
import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { beforeEach, expect, test } from 'vitest'
import { withIdempotency } from './idempotency.ts'

const db = await openTestDatabase()
await db.execute(sql`create table made (name text not null)`)
beforeEach(() => db.execute(sql`truncate made`))

const route = 'POST /api/v1/things'
let runs = 0
beforeEach(() => {
  runs = 0
})

function make(key: string | undefined, { actorId = uuidv7(), name = 'a', on = route } = {}) {
  return withIdempotency(
    db,
    idempotencyKeys,
    { key, actorId, route: on, body: { name } },
    async (tx) => {
      runs++
      await tx.execute(sql`insert into made (name) values (${name})`)
      return { status: 201, body: { id: uuidv7(), name } }
    },
  )
}
const madeCount = async () => (await db.execute(sql`select 1 from made`)).rows.length

test('of twenty creates at once with one key, one runs, and all get its answer', async () => {
  const actorId = uuidv7()
  const answers = await Promise.all(Array.from({ length: 20 }, () => make('key-1', { actorId })))
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  expect(answers[0]).toMatchObject({ status: 201, body: { name: 'a' } })
  expect(runs).toBe(1)
  expect(await madeCount()).toBe(1)
})

test('without a key every create is a new one', async () => {
  await make(undefined)
  await make(undefined)
  expect(await madeCount()).toBe(2)
})

test('the same key of another person, or for another address, is another key', async () => {
  const actorId = uuidv7()
  await make('key-2', { actorId })
  await make('key-2', { actorId: uuidv7() })
  await make('key-2', { actorId, on: 'POST /api/v1/others' })
  expect(await madeCount()).toBe(3)
})

test('the same key for a different request is refused and creates nothing', async () => {
  const actorId = uuidv7()
  await make('key-3', { actorId, name: 'a' })
  await expect(make('key-3', { actorId, name: 'b' })).rejects.toMatchObject({
    status: 422,
    kind: 'idempotency-key-reused',
  })
  expect(await madeCount()).toBe(1)
})

test('a create that failed leaves no key, so it may be tried again', async () => {
  const actorId = uuidv7()
  const request = { key: 'key-4', actorId, route, body: { name: 'a' } }
  const failed = withIdempotency(db, idempotencyKeys, request, async (tx) => {
    await tx.execute(sql`insert into made (name) values ('half')`)
    throw new Error('no')
  })
  await expect(failed).rejects.toThrow('no')
  expect(await madeCount()).toBe(0)
  expect(await make('key-4', { actorId })).toMatchObject({ status: 201 })
})

test('an answer without a body is kept as well', async () => {
  const request = { key: 'key-5', actorId: uuidv7(), route, body: undefined }
  const run = async () => ({ status: 204, body: null })
  await withIdempotency(db, idempotencyKeys, request, run)
  expect(await withIdempotency(db, idempotencyKeys, request, run)).toEqual({
    status: 204,
    body: null,
  })
})
