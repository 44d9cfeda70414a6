import type { ClientBase } from 'pg'
import pg from 'pg'

export interface OutboxRow {
  event_id: string
  /** JSON text, as it goes into the stream. */
  event: string
}

/** An outbox outlives what Redis may lose by this much. */
const keptDays = 7

/**
 * The relay's view of one schema's outbox. Its own SQL: the relay is told the schema by name. What runs
 * with every event is named, so that PostgreSQL plans it once.
 */
export function outboxRows(client: ClientBase, schema: string) {
  const outbox = `${pg.escapeIdentifier(schema)}.outbox`

  return {
    /** What waits, in publishing order. A late commit shows up here whatever its position is. */
    async listWaiting(limit: number): Promise<OutboxRow[]> {
      const { rows } = await client.query<OutboxRow>({
        name: 'list_waiting',
        text: `select event_id, event::text as event from ${outbox}
               where published_at is null order by position limit $1`,
        values: [limit],
      })
      return rows
    },

    async countWaiting(): Promise<number> {
      const { rows } = await client.query<{ waiting: number }>(
        `select count(*)::int as waiting from ${outbox} where published_at is null`,
      )
      return rows[0]?.waiting ?? 0
    },

    async markSent(rows: OutboxRow[], streamIds: string[]): Promise<void> {
      await client.query({
        name: 'mark_sent',
        text: `update ${outbox} set published_at = now(), stream_id = sent.stream_id
               from unnest($1::uuid[], $2::text[]) as sent(event_id, stream_id)
               where outbox.event_id = sent.event_id`,
        values: [rows.map((row) => row.event_id), streamIds],
      })
    },

    /** The id of the newest entry this outbox knows to have been in the stream. */
    async findLastStreamId(): Promise<string | undefined> {
      const { rows } = await client.query<{ stream_id: string }>(
        `select stream_id from ${outbox} where published_at is not null and stream_id is not null
         order by published_at desc, position desc limit 1`,
      )
      return rows[0]?.stream_id
    },

    /** Everything that is kept waits again. One statement: half of it would lose events. */
    async unsendAll(): Promise<number> {
      const statement = {
        text: `update ${outbox} set published_at = null, stream_id = null
               where published_at > now() - make_interval(days => ${keptDays})`,
        // A week of events may take longer than the relay otherwise waits for an answer.
        query_timeout: 300_000,
      }
      const { rowCount } = await client.query(statement)
      return rowCount ?? 0
    },
  }
}
