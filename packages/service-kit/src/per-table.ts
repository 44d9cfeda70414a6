import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core'

/** Makes something of a table's schema once, the first time it is asked for. */
export function perTable<Made>(make: (schema: string) => Made): (table: PgTable) => Made {
  const made = new WeakMap<PgTable, Made>()
  return (table) => {
    const known = made.get(table)
    if (known !== undefined) return known
    const { schema = 'public' } = getTableConfig(table)
    const fresh = make(schema)
    made.set(table, fresh)
    return fresh
  }
}
