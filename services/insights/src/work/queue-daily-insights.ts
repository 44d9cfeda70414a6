import type { Db } from '@milepost/db-schemas/database'
import { queueRenewal } from '#analyses/queue-renewal.ts'
import { projectScope } from '#analyses/scope.ts'
import { listActiveProjects } from '#projects/queries.ts'
import { listKeptPortfolios, withoutInsightToday } from './portfolio-scopes.ts'

/**
 * Whatever is active and has no insight of today gets one: work that was there before we were, and
 * dates that came nearer while nobody changed anything.
 */
export async function queueDailyInsights(db: Db, correlationId: string): Promise<void> {
  await db.transaction(async (tx) => {
    const projects = (await listActiveProjects(tx)).map(({ id }) => projectScope(id))
    const scopes = await withoutInsightToday(tx, [...projects, ...(await listKeptPortfolios(tx))])
    for (const scope of scopes) await queueRenewal(tx, { scope, correlationId, delaySeconds: 0 })
  })
}
