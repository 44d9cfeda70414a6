import type { Db, Tx } from '@milepost/db-schemas/database'

/**
 * A statement that PostgreSQL parses and plans once per connection, and that nobody writes anew for every
 * call: half the time of the same insert through drizzle. For what runs with every write or every event.
 */
export function statement<Params extends readonly unknown[], Row>(name: string, text: string) {
  return async (db: Db | Tx, ...params: Params): Promise<Row[]> => {
    const query = { sql: text, params: [...params] }
    const { rows } = await db._.session
      .prepareQuery<{ execute: { rows: Row[] }; all: unknown; values: unknown }>(
        query,
        undefined,
        name,
        false,
      )
      .execute()
    return rows
  }
}
