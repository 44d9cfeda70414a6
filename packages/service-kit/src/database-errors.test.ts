import { openTestDatabase } from '@milepost/local-stack/test-database'
import { sql } from 'drizzle-orm'
import pg from 'pg'
import { expect, test } from 'vitest'
import { openLink, testServer } from '#test/harness.ts'
import { isDatabaseUnavailable, isDatabaseUnreachable } from './database-errors.ts'
import { openDatabase } from './open-database.ts'

const db = await openTestDatabase()

/** A server whose one route runs the statement over its own pool and its own way to the database. */
async function serve(statement = 'select 1', max = 10) {
  const link = await openLink(db.url)
  const { app, lines } = await testServer()
  const open = openDatabase(link.url, { onError: () => {}, applicationName: 'kit test', max })
  app.addHook('onClose', open.close)
  app.get('/rows', { config: { access: 'public' } }, async () => {
    const { rows } = await open.db.execute(sql.raw(statement))
    return rows.length
  })
  return { app, link, lines, ...open }
}

test('503: while PostgreSQL is away every request says so and when to come back, and then it works again', async () => {
  const { app, link, lines } = await serve()
  expect((await app.inject('/rows')).statusCode).toBe(200)

  link.cut()
  const away = await Promise.all(Array.from({ length: 5 }, () => app.inject('/rows')))
  for (const answer of away) {
    expect(answer.statusCode).toBe(503)
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
    expect(answer.json()).toMatchObject({ type: '/problems/unavailable', status: 503 })
  }
  expect(
    lines.some((line) => line.level === 'WARNING' && line.message === 'request not served'),
  ).toBe(true)

  link.mend()
  expect((await app.inject('/rows')).statusCode).toBe(200)
})

test('a pool of two outlives ten breaks in the middle of transactions', async () => {
  const link = await openLink(db.url)
  const open = openDatabase(link.url, { onError: () => {}, applicationName: 'kit test', max: 2 })
  for (let round = 0; round < 10; round++) {
    await open.db.transaction((tx) => tx.execute(sql`select 1`))
    const underway = [1, 2, 3].map(() => open.db.transaction((tx) => tx.execute(sql`select 1`)))
    link.cut()
    for (const result of await Promise.allSettled(underway)) {
      if (result.status === 'rejected') expect(isDatabaseUnreachable(result.reason)).toBe(true)
    }
    link.mend()
  }
  expect((await open.db.transaction((tx) => tx.execute(sql`select 1`))).rowCount).toBe(1)
  await open.close()
})

test('503: a connection that ends in mid-query', async () => {
  const { app, db: own } = await serve('select pg_sleep(5)')
  const answer = app.inject('/rows')
  const end = sql`select pg_terminate_backend(pid) from pg_stat_activity
                  where query = 'select pg_sleep(5)' and state = 'active'`
  while (((await db.execute(end)).rowCount ?? 0) === 0);
  expect((await answer).statusCode).toBe(503)
  expect(await own.execute(sql`select 1`)).toBeDefined()
})

test('503: a statement that runs into its time limit', async () => {
  const { app } = await serve('set local statement_timeout = 50; select pg_sleep(5)')
  const answer = await app.inject('/rows')
  expect(answer.statusCode).toBe(503)
})

test('503: a server that takes no more connections', async () => {
  // A role belongs to the whole cluster, which other runs may share.
  const name = `crowded_${process.pid}`
  await db.owner.execute(sql.raw(`create role ${name} login password 'crowded' connection limit 1`))
  const url = new URL(db.url)
  url.username = name
  url.password = 'crowded'
  const only = new pg.Client({ connectionString: url.href })
  await only.connect()
  const second = new pg.Client({ connectionString: url.href })
  const error = await second.connect().catch((cause: unknown) => cause)
  await only.end()
  await db.owner.execute(sql.raw(`drop role ${name}`))
  expect(isDatabaseUnreachable(error)).toBe(true)
})

test.each(['select 1 / 0', 'select nothing', "select 'x'::int"])(
  'a statement that is wrong is our bug and no outage: %s',
  async (statement) => {
    const { app } = await serve(statement)
    expect((await app.inject('/rows')).statusCode).toBe(500)
    const error = await db.execute(sql.raw(statement)).catch((cause: unknown) => cause)
    expect(isDatabaseUnavailable(error)).toBe(false)
  },
)
