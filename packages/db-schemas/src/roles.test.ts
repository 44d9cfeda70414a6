import { openTestDatabase } from '@milepost/local-stack/test-database'
import { testPassword, testRolePasswords } from '@milepost/local-stack/test-roles'
import pg from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import { migrateAll } from './migrate.ts'
import { schemas, serviceRoles } from './roles.ts'

const { url } = await openTestDatabase()
await migrateAll({ DATABASE_URL: url, ...testRolePasswords })
const owner = new pg.Client({ connectionString: url })
await owner.connect()
afterAll(() => owner.end())

interface Table {
  schema: string
  table: string
  columns: string[]
}

// From the catalogue, so a table that somebody adds tomorrow is covered tomorrow.
const { rows: tables } = await owner.query<Table>(`
  select relnamespace::regnamespace::text as schema, relname as table,
    array_agg(attname::text order by attnum) as columns
  from pg_class join pg_attribute on attrelid = pg_class.oid and attnum > 0 and not attisdropped
  where relkind in ('r', 'p') and relnamespace::regnamespace::text !~ '^(pg_|information_schema$)'
  group by 1, 2 order by 1, 2`)

const denied = '42501'

/** The refusal of each statement, by statement; null for one that was let through. */
async function refusals(client: pg.Client, statements: string[]) {
  const codes: Record<string, string | null> = {}
  for (const statement of statements) {
    await client.query('begin')
    codes[statement] = await client.query(statement).then(
      () => null,
      (error: pg.DatabaseError) => error.code ?? 'no code',
    )
    await client.query('rollback')
  }
  return codes
}

const all = (statements: string[], code: string | null) =>
  Object.fromEntries(statements.map((statement) => [statement, code]))

test('the catalogue shows tables of every schema, so the checks below look at something', () => {
  const seen = new Set(tables.map(({ schema }) => schema))
  expect([...seen].sort()).toEqual(['migrations', ...schemas].sort())
})

describe.each(serviceRoles)('$name', ({ name, schema, reads, appendOnly }) => {
  const address = new URL(url)
  address.username = name
  address.password = testPassword(name)
  const client = new pg.Client({ connectionString: address.href })
  const connected = client.connect()
  afterAll(() => client.end())

  const own = tables.filter((table) => table.schema === schema)
  const foreign = tables.filter((table) => table.schema !== schema)

  test('writes no row of a foreign table', async () => {
    await connected
    const writes = foreign.flatMap(({ schema, table, columns: [column] }) => [
      `insert into ${schema}.${table} default values`,
      `update ${schema}.${table} set ${column} = default`,
      `delete from ${schema}.${table}`,
      `truncate ${schema}.${table} cascade`,
    ])
    expect(writes).not.toEqual([])
    expect(await refusals(client, writes)).toEqual(all(writes, denied))
  })

  test('reads the foreign columns it is granted, and no other', async () => {
    await connected
    const granted: string[] = []
    const refused: string[] = []
    for (const { schema, table, columns } of foreign)
      for (const column of columns) {
        const allowed = reads[`${schema}.${table}`]?.includes(column)
        ;(allowed ? granted : refused).push(`select ${column} from ${schema}.${table}`)
      }

    expect(granted).toHaveLength(Object.values(reads).flat().length)
    expect(await refusals(client, granted)).toEqual(all(granted, null))
    expect(refused.filter((statement) => statement.includes('password_hash'))).toHaveLength(
      schema === 'auth' ? 0 : 1,
    )
    expect(await refusals(client, refused)).toEqual(all(refused, denied))
  })

  test('changes no structure, not even of its own tables', async () => {
    await connected
    const changes = [
      `create table ${schema}.extra (id int)`,
      `create table public.extra (id int)`,
      'create temporary table extra (id int)',
      'create schema extra',
      ...own.flatMap(({ table }) => [
        `alter table ${schema}.${table} add column extra int`,
        `drop table ${schema}.${table} cascade`,
        `truncate ${schema}.${table} cascade`,
        `create index on ${schema}.${table} (${own[0]?.columns[0]})`,
      ]),
    ]
    expect(own).not.toEqual([])
    expect(await refusals(client, changes)).toEqual(all(changes, denied))
  })

  test('writes rows of its own tables, and only adds to those that are append-only', async () => {
    await connected
    const { rows } = await owner.query<{ table: string; rights: string[] }>(
      `select relname as table, array_agg(privilege_type order by privilege_type) as rights
       from pg_class, aclexplode(relacl)
       where relnamespace = $1::regnamespace and relkind = 'r' and grantee = $2::regrole
       group by 1 order by 1`,
      [schema, name],
    )
    const rightsTo = (table: string) =>
      appendOnly.includes(table) ? ['INSERT', 'SELECT'] : ['DELETE', 'INSERT', 'SELECT', 'UPDATE']
    expect(appendOnly.filter((table) => !own.some((one) => one.table === table))).toEqual([])
    expect(rows).toEqual(own.map(({ table }) => ({ table, rights: rightsTo(table) })))
  })

  test('may write the rows of a table that is created later', async () => {
    await connected
    await owner.query(`create table ${schema}.later (id int)`)
    try {
      const write = `insert into ${schema}.later values (1)`
      expect(await refusals(client, [write])).toEqual(all([write], null))
    } finally {
      await owner.query(`drop table ${schema}.later`)
    }
  })
})
