import type { ClientBase } from 'pg'
import pg from 'pg'

/** What a schema's event tables keep, and for how long. The inbox outlives everything that could be sent again. */
const lifetimes = [
  { table: 'outbox', key: 'event_id', age: 'published_at', kept: '7 days' },
  { table: 'processed_events', key: 'event_id', age: 'processed_at', kept: '30 days' },
  { table: 'idempotency_keys', key: 'actor_id, route, key', age: 'created_at', kept: '24 hours' },
]

/** Small enough not to hold up a service that writes the same table. */
const deletedMax = 5_000

/** Deletes what the event tables need no longer keep. */
export async function keepHouse(client: ClientBase, schema: string): Promise<void> {
  for (const { table, key, age, kept } of lifetimes) {
    const name = `${pg.escapeIdentifier(schema)}.${table}`
    let deleted: number
    do {
      const { rowCount } = await client.query(
        `delete from ${name} where (${key}) in
           (select ${key} from ${name} where ${age} < now() - interval '${kept}' limit ${deletedMax})`,
      )
      deleted = rowCount ?? 0
    } while (deleted === deletedMax)
  }
}
