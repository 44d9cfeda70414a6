import { openTestDatabase } from '@milepost/local-stack/test-database'
import { testRolePasswords } from '@milepost/local-stack/test-roles'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { migrateAll } from './migrate.ts'
import { schemas } from './roles.ts'

const db = await openTestDatabase()
const env = { DATABASE_URL: db.url, ...testRolePasswords }

/** Everything a migration can leave behind: columns, indexes, constraints, privileges, its own records. */
async function structure() {
  const parts = [
    sql`select table_schema, table_name, column_name, data_type, is_nullable, column_default
      from information_schema.columns where table_schema not in ('pg_catalog', 'information_schema')
      order by 1, 2, 3`,
    sql`select schemaname, indexname, indexdef from pg_indexes where schemaname <> 'pg_catalog' order by 1, 2`,
    sql`select conrelid::regclass::text, conname, pg_get_constraintdef(oid) from pg_constraint order by 1, 2`,
    sql`select grantee, table_schema, table_name, column_name, privilege_type
      from information_schema.column_privileges where grantee like '%\\_service' order by 1, 2, 3, 4, 5`,
    ...schemas.map((schema) => sql.raw(`select * from migrations.${schema} order by id`)),
  ]
  return Promise.all(parts.map(async (part) => (await db.execute(part)).rows))
}

test('migrating again changes nothing', async () => {
  const before = await structure()
  await migrateAll(env)

  expect(before.map((rows) => rows.length)).not.toContain(0)
  expect(await structure()).toEqual(before)
})

test('several migrations at once queue up and all succeed', async () => {
  const before = await structure()
  await Promise.all([migrateAll(env), migrateAll(env), migrateAll(env)])
  expect(await structure()).toEqual(before)
})
