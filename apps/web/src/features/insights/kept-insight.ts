import { type LatestInsight, latestInsightSchema } from '@milepost/api-contracts/insights'
import { currentSession } from '#shared/api/session-store.ts'
import type { InsightScope } from './insight-query.ts'

const keyOf = (scope: InsightScope) =>
  `milepost.insight.${currentSession()?.user.id}.${scope === 'portfolio' ? scope : scope.projectId}`

/**
 * Keeps what was read last for as long as the tab lives, so that a page loaded while the insights
 * service is away still has the summary of an hour ago, with its age.
 */
export function keepInsight(scope: InsightScope, latest: LatestInsight): void {
  if (latest.insight) sessionStorage.setItem(keyOf(scope), JSON.stringify(latest))
}

/** What was kept, or null when there is nothing or it is of an older version of the app. */
export function keptInsight(scope: InsightScope): LatestInsight | null {
  const text = sessionStorage.getItem(keyOf(scope))
  if (text === null) return null
  const kept = latestInsightSchema.safeParse(JSON.parse(text))
  return kept.success ? kept.data : null
}
