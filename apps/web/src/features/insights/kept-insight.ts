import type { LatestInsight } from '@milepost/api-contracts/insights'
import { currentSession } from '#shared/api/session-store.ts'
import type { InsightScope } from './insight-query.ts'

/** Goes up when the shape of `LatestInsight` changes: what an older app kept is not read. */
const format = 1

const keyOf = (scope: InsightScope) =>
  `milepost.insight.${format}.${currentSession()?.user.id}.${scope === 'portfolio' ? scope : scope.projectId}`

/**
 * Keeps what was read last for as long as the tab lives, so that a page loaded while the insights
 * service is away still has the summary of an hour ago, with its age.
 */
export function keepInsight(scope: InsightScope, latest: LatestInsight): void {
  if (latest.insight) sessionStorage.setItem(keyOf(scope), JSON.stringify(latest))
}

/** What was kept, or null when there is nothing. */
export function keptInsight(scope: InsightScope): LatestInsight | null {
  const text = sessionStorage.getItem(keyOf(scope))
  return text === null ? null : JSON.parse(text)
}
