import type { Db, Tx } from '@milepost/db-schemas/database'
import { type AnalysisRequest, analysisRequests } from '@milepost/db-schemas/insights'
import { isUniqueViolation } from '@milepost/service-kit/database-errors'
import { and, eq, sql } from 'drizzle-orm'

/** A running request, for as long as its lease. */
export type LeasedRequest = AnalysisRequest & { leased_until: Date }

const leaseSeconds = 60
export const attemptsMax = 3

/**
 * A lease is a point in time, to the millisecond that a Date can carry, so that it also names the
 * attempt: who comes back with another one has lost the request to somebody else.
 */
const leaseFor = (seconds: number) =>
  sql`date_trunc('milliseconds', clock_timestamp() + make_interval(secs => ${seconds}))`

/**
 * Takes the request that has been due longest: one that waits while no other of its scope runs, or
 * one whose worker has not been heard of. Undefined when there is nothing to do.
 */
export async function takeRequest(db: Db): Promise<LeasedRequest | undefined> {
  await failExhausted(db)
  const due = sql`
    select r.id from ${analysisRequests} r
    where (r.status = 'queued' and r.run_after <= now() and not exists (
        select from ${analysisRequests} other
        where other.scope_key = r.scope_key and other.status = 'running'))
      or (r.status = 'running' and r.leased_until < now())
    order by r.run_after limit 1 for update skip locked`
  try {
    const [taken] = await db
      .update(analysisRequests)
      .set({
        status: 'running',
        attempts: sql`${analysisRequests.attempts} + 1`,
        leased_until: leaseFor(leaseSeconds),
      })
      .where(sql`${analysisRequests.id} = (${due})`)
      .returning()
    return taken?.leased_until ? { ...taken, leased_until: taken.leased_until } : undefined
  } catch (error) {
    if (isUniqueViolation(error)) return undefined
    throw error
  }
}

/** Translates: another worker took one of the same scope in the same instant. */
/** What ended three workers would end a fourth. */
async function failExhausted(db: Db): Promise<void> {
  await db
    .update(analysisRequests)
    .set({
      status: 'failed',
      leased_until: null,
      completed_at: sql`now()`,
      error: 'Every attempt ended without an answer.',
    })
    .where(
      sql`${analysisRequests.status} = 'running' and ${analysisRequests.leased_until} < now()
        and ${analysisRequests.attempts} >= ${attemptsMax}`,
    )
}

const isStillMine = ({ id, leased_until }: LeasedRequest) =>
  and(
    eq(analysisRequests.id, id),
    eq(analysisRequests.status, 'running'),
    eq(analysisRequests.leased_until, leased_until),
  )

/** Locks the request for whoever holds this lease; false when somebody else has taken it over. */
export async function lockLeased(tx: Tx, request: LeasedRequest): Promise<boolean> {
  const rows = await tx
    .select({ id: analysisRequests.id })
    .from(analysisRequests)
    .where(isStillMine(request))
    .for('update')
  return rows.length > 0
}

export async function completeRequest(
  tx: Tx,
  { id }: AnalysisRequest,
  insightId: string,
): Promise<void> {
  await tx
    .update(analysisRequests)
    .set({
      status: 'completed',
      insight_id: insightId,
      leased_until: null,
      completed_at: sql`now()`,
    })
    .where(eq(analysisRequests.id, id))
}

/** Gives up, with a sentence that the reader sees. */
export async function failRequest(db: Db, request: LeasedRequest, error: string): Promise<void> {
  await db
    .update(analysisRequests)
    .set({ status: 'failed', error, leased_until: null, completed_at: sql`now()` })
    .where(isStillMine(request))
}

interface Postponement {
  seconds: number
  /** Whether this attempt counts: not when somebody else was away. */
  counts: boolean
}

/** Leaves the request running with a lease that ends when it is to be tried again. */
export async function postponeRequest(
  db: Db,
  request: LeasedRequest,
  { seconds, counts }: Postponement,
): Promise<void> {
  await db
    .update(analysisRequests)
    .set({
      leased_until: leaseFor(seconds),
      ...(!counts && { attempts: sql`${analysisRequests.attempts} - 1` }),
    })
    .where(isStillMine(request))
}
