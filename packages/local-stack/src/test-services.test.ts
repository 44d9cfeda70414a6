import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { openTestDatabase } from './test-database.ts'
import { openTestRedis } from './test-redis.ts'

const db = await openTestDatabase({ role: 'project_service' })
const first = await openTestRedis()
const second = await openTestRedis()

test('a test database is reached as the role that was asked for, and as its owner beside it', async () => {
  const user = sql`select current_user as name, current_database() as database`
  const { rows: role } = await db.execute(user)
  const { rows: owner } = await db.owner.execute(user)

  expect(role).toEqual([{ name: 'project_service', database: owner[0]?.database }])
  expect(owner[0]?.name).not.toBe('project_service')
})

test('keys of one test Redis are not in another', async () => {
  await first.redis.set('board', '1')
  expect(await second.redis.get('board')).toBeNull()
})
