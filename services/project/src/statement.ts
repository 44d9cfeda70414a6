import type { Db, Tx } from '@milepost/db-schemas/database'

/**
 * A statement that PostgreSQL parses and plans once per connection, not once per call. For the few that
 * run with every move or every look at a board: planning those takes longer than running them.
 * Instants arrive as PostgreSQL's text.
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
