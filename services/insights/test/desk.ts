import { analysisRequests, generatedInsights } from '@milepost/db-schemas/insights'
import { openTestDatabase } from '@milepost/local-stack/test-database'
import { eq, sql } from 'drizzle-orm'
import { requestAnalysis } from '#analyses/request-analysis.ts'
import type { Scope } from '#analyses/scope.ts'
import { openPace } from '#work/pace.ts'
import { type LeasedRequest, takeRequest } from '#work/requests.ts'
import { runRequest, type Work } from '#work/run-request.ts'
import { rulesWriter } from '#writer/rules-writer.ts'
import { knownActor, observed } from './harness.ts'
import { openOtherServices } from './other-services.ts'

/** A worker's desk: the queue in a real database, and other services that answer over HTTP. */
export async function openDesk() {
  const db = await openTestDatabase({ role: 'insights_service' })
  const others = await openOtherServices()
  const { lines, log, metrics } = observed()
  const pace = openPace()
  const work: Work = { db, sources: others.sources, write: rulesWriter, log, metrics, pace }

  /** Takes what is due until it is of this scope. */
  async function take(scope: Scope): Promise<LeasedRequest> {
    for (;;) {
      const request = await takeRequest(db)
      if (!request) throw new Error('nothing is due')
      if (request.scope_key === scope.scope_key) return request
      await runRequest(work, request)
    }
  }

  return {
    ...{ db, others, lines, work, take },

    async ask(scope: Scope) {
      const actor = await knownActor(db, 'admin')
      const correlationId = 'req-12345678'
      return db.transaction((tx) => requestAnalysis(tx, { actor, scope, correlationId }))
    },

    async run(scope: Scope): Promise<void> {
      await runRequest(work, await take(scope))
    },

    async readRequest(id: string) {
      const [request] = await db.select().from(analysisRequests).where(eq(analysisRequests.id, id))
      return request
    },

    async countInsights({ scope_key }: Scope): Promise<number> {
      const mine = eq(generatedInsights.scope_key, scope_key)
      return (await db.select().from(generatedInsights).where(mine)).length
    },

    /** As if its worker had not been heard of for a minute. */
    expireLease: (id: string) =>
      db
        .update(analysisRequests)
        .set({ leased_until: sql`date_trunc('milliseconds', now() - interval '1 second')` })
        .where(eq(analysisRequests.id, id)),
  }
}
