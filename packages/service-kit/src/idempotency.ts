import { createHash } from 'node:crypto'
import type { Db, Tx } from '@milepost/db-schemas/database'
import type { IdempotencyKeys } from '@milepost/db-schemas/event-tables'
import { and, eq, sql } from 'drizzle-orm'
import { idempotencyKeyReused } from './problem.ts'

interface Request {
  /** The `Idempotency-Key` header as `idempotencyHeaderSchema` takes it; without one every call is a new one. */
  key: string | undefined
  actorId: string
  /** Method and path pattern, such as `POST /api/v1/projects`. */
  route: string
  /** As the contract parsed it. */
  body: unknown
}

export interface Answer<Body> {
  status: number
  /** As JSON has it: what is repeated comes from a column. */
  body: Body
}

/**
 * Runs a create once per key: sent again, it answers what it answered, and changes nothing. The key is
 * saved in the transaction that does the work, so a failed attempt leaves no key and may be repeated.
 */
export async function withIdempotency<Body>(
  db: Db,
  table: IdempotencyKeys,
  { key, actorId, route, body }: Request,
  run: (tx: Tx) => Promise<Answer<Body>>,
): Promise<Answer<Body>> {
  if (key === undefined) return db.transaction(run)
  const request_hash = createHash('sha256')
    .update(JSON.stringify(body ?? null))
    .digest('hex')
  const isThisKey = and(eq(table.actor_id, actorId), eq(table.route, route), eq(table.key, key))

  return db.transaction(async (tx) => {
    // Of several at once one inserts; the others wait here until it commits or fails.
    const claimed = await tx
      .insert(table)
      .values({ actor_id: actorId, route, key, request_hash, status: 0, body: {} })
      .onConflictDoNothing()
      .returning({ key: table.key })

    if (claimed.length === 0) {
      const [first] = await tx.select().from(table).where(isThisKey)
      if (!first) throw new Error('an idempotency key vanished while it was read')
      if (first.request_hash !== request_hash) throw idempotencyKeyReused()
      return { status: first.status, body: first.body as Body }
    }

    const answer = await run(tx)
    // As JSON text: drizzle would write null as SQL's null, and null is an answer.
    const json = sql`${JSON.stringify(answer.body ?? null)}::jsonb`
    await tx.update(table).set({ status: answer.status, body: json }).where(isThisKey)
    return answer
  })
}
