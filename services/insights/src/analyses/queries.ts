import type { Db, Tx } from '@milepost/db-schemas/database'
import { type AnalysisRequest, analysisRequests } from '@milepost/db-schemas/insights'
import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Scope } from './scope.ts'

interface NewRequest {
  scope: Scope
  trigger: 'user' | 'event'
  requestedBy: string | null
  correlationId: string
  delaySeconds: number
}

const rowOf = ({ scope, trigger, requestedBy, correlationId, delaySeconds }: NewRequest) => ({
  ...scope,
  trigger,
  requested_by: requestedBy,
  correlation_id: correlationId,
  run_after: sql`now() + make_interval(secs => ${delaySeconds})`,
})

const oneQueued = {
  target: analysisRequests.scope_key,
  where: sql`${sql.identifier('status')} = 'queued'`,
}

/** Queues an analysis unless one of this scope is queued already; then undefined. */
export async function addUnlessQueued(
  tx: Tx,
  request: NewRequest,
): Promise<AnalysisRequest | undefined> {
  const [added] = await tx
    .insert(analysisRequests)
    .values(rowOf(request))
    .onConflictDoNothing(oneQueued)
    .returning()
  return added
}

/** Queues an analysis, or answers the one that is queued, which is then somebody's and due at once. */
export async function addOrHasten(tx: Tx, request: NewRequest): Promise<AnalysisRequest> {
  const row = rowOf(request)
  const [queued] = await tx
    .insert(analysisRequests)
    .values(row)
    .onConflictDoUpdate({
      target: oneQueued.target,
      targetWhere: oneQueued.where,
      set: {
        trigger: request.trigger,
        requested_by: sql`coalesce(${analysisRequests.requested_by}, ${request.requestedBy}::uuid)`,
        run_after: sql`least(${analysisRequests.run_after}, ${row.run_after})`,
      },
    })
    .returning()
  if (!queued) throw new Error('a queued analysis vanished while it was hastened')
  return queued
}

export async function findRequest(db: Db, id: string): Promise<AnalysisRequest | undefined> {
  const [request] = await db.select().from(analysisRequests).where(eq(analysisRequests.id, id))
  return request
}

/** Whether one of this scope is queued or running. */
export async function isPending(db: Db, scopeKey: string): Promise<boolean> {
  const rows = await db
    .select({ id: analysisRequests.id })
    .from(analysisRequests)
    .where(
      and(
        eq(analysisRequests.scope_key, scopeKey),
        inArray(analysisRequests.status, ['queued', 'running']),
      ),
    )
    .limit(1)
  return rows.length > 0
}
