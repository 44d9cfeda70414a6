import type { LatestInsight } from '@milepost/api-contracts/insights'
import { currentSession } from '#shared/api/session-store.ts'
import type { InsightScope } from './insight-query.ts'

/** The number goes up when the shape of `LatestInsight` changes: what an older app kept is not read. */
const prefix = 'milepost.insight.2.'

/** A reader, and what they may see: whose roles or teams changed finds nothing of before. */
function keyOf(scope: InsightScope): string {
  const { id, roles, teams } = currentSession()?.user ?? { id: '', roles: [], teams: [] }
  const access = [...roles, ...teams.map((team) => team.id)].sort().join()
  return `${prefix}${id}.${access}.${scope === 'portfolio' ? scope : scope.projectId}`
}

/**
 * Keeps what was read last until its reader signs out, so that a page loaded while the insights
 * service is away still has the summary of an hour ago, with its age.
 */
export function keepInsight(scope: InsightScope, latest: LatestInsight): void {
  if (!latest.insight) return
  try {
    localStorage.setItem(keyOf(scope), JSON.stringify(latest))
  } catch {
    // Full, or forbidden by the browser: what is there makes room for the next one.
    forgetInsights()
  }
}

/** What was kept, or null when there is nothing. */
export function keptInsight(scope: InsightScope): LatestInsight | null {
  try {
    return JSON.parse(localStorage.getItem(keyOf(scope)) ?? 'null')
  } catch {
    // Forbidden by the browser, or written by something else.
    return null
  }
}

/** Once nobody is signed in any more, nothing that somebody read stays in the browser. */
export function forgetInsights(): void {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith('milepost.insight.'))
    for (const key of keys) localStorage.removeItem(key)
  } catch {
    // Forbidden by the browser, so nothing was kept.
  }
}

/**
 * The newest insight there is to show: as answered, else as kept, while the service is away or the
 * first one of a scope that has just changed is still being written.
 */
export function newestInsight(
  scope: InsightScope,
  { data, isError }: { data: LatestInsight | undefined; isError: boolean },
): LatestInsight | null {
  if (data?.insight) return data
  const isMissing = data ? data.pending : isError
  const kept = isMissing ? keptInsight(scope) : null
  if (!data || !kept) return data ?? kept
  return { ...data, insight: kept.insight, age_seconds: kept.age_seconds }
}
