import { openTestDatabase } from '@milepost/local-stack/test-database'
import type { SQL } from 'drizzle-orm'
import type { Db } from '#database.ts'
import { loadDemo } from '#demo/load.ts'

/** A Friday: what the tests count in weeks and days is known for it. */
export const demoDay = '2026-11-20'

/** A database of this test file's own with the demo organisation in it. */
export async function openDemoDatabase() {
  const db = await openTestDatabase()
  await loadDemo(db.url, { today: demoDay, profile: 'demo' })
  return { db, ...queriesOn(db) }
}

export function queriesOn(db: Db) {
  const read = async <R extends object>(statement: SQL) =>
    (await db.execute<R & Record<string, unknown>>(statement)).rows
  const count = async (statement: SQL) =>
    Number((await read<{ count: string }>(statement))[0]?.count)
  return { read, count }
}
