import type { Db } from '@milepost/db-schemas/database'
import {
  analysisRequests,
  facts,
  generatedInsights,
  riskAssessments,
} from '@milepost/db-schemas/insights'
import { inArray, sql } from 'drizzle-orm'

const forgottenAtOnce = 500

/**
 * Removes insights that nobody reads any more: renewals after an hour, those somebody asked for after
 * 30 days. The newest of a scope stays, and so does one whose verdicts are still the last word.
 */
export async function forgetOldInsights(db: Db): Promise<number> {
  for (let forgotten = 0; ; ) {
    const some = await forgetSome(db)
    forgotten += some
    if (some < forgottenAtOnce) return forgotten
  }
}

/** A transaction each, so that none holds others up for long. */
async function forgetSome(db: Db): Promise<number> {
  return db.transaction(async (tx) => {
    const old = await tx
      .select({ id: generatedInsights.id })
      .from(generatedInsights)
      .where(sql`
        ${generatedInsights.created_at} < now() - interval '1 hour'
        and exists (
          select from ${generatedInsights} newer
          where newer.scope_key = ${generatedInsights.scope_key}
            and newer.created_at > ${generatedInsights.created_at})
        and not exists (
          select from ${riskAssessments}
          where ${riskAssessments.insight_id} = ${generatedInsights.id})
        and not exists (
          select from ${analysisRequests}
          where ${analysisRequests.insight_id} = ${generatedInsights.id}
            and ${analysisRequests.trigger} = 'user'
            and ${analysisRequests.created_at} > now() - interval '30 days')`)
      .limit(forgottenAtOnce)
    const ids = old.map(({ id }) => id)
    if (ids.length === 0) return 0
    await tx.delete(analysisRequests).where(inArray(analysisRequests.insight_id, ids))
    await tx.delete(facts).where(inArray(facts.insight_id, ids))
    await tx.delete(generatedInsights).where(inArray(generatedInsights.id, ids))
    return ids.length
  })
}
