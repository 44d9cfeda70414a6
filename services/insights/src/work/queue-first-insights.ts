import type { Db } from '@milepost/db-schemas/database'
import { queueRenewal } from '#analyses/queue-renewal.ts'
import { projectScope } from '#analyses/scope.ts'
import { listActiveProjects } from '#projects/queries.ts'
import { listKeptPortfolios, withoutInsight } from './portfolio-scopes.ts'

/** Whatever is active and was never analysed gets an analysis: work that was there before we were. */
export async function queueFirstInsights(db: Db, correlationId: string): Promise<void> {
  await db.transaction(async (tx) => {
    const projects = (await listActiveProjects(tx)).map(({ id }) => projectScope(id))
    const scopes = await withoutInsight(tx, [...projects, ...(await listKeptPortfolios(tx))])
    for (const scope of scopes) await queueRenewal(tx, { scope, correlationId, delaySeconds: 0 })
  })
}
