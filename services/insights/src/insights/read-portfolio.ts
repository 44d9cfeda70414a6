import type { Db } from '@milepost/db-schemas/database'
import type { Actor } from '@milepost/service-kit/authentication'
import { portfolioScope } from '#analyses/scope.ts'
import { countText } from '#facts/text.ts'
import { canSeeProject } from '#projects/policy.ts'
import { listActiveProjects, listKnownProjects } from '#projects/queries.ts'
import { findLatestInsight, findStandIn, type StoredInsight } from './queries.ts'

/**
 * The latest insight of the active projects that this reader sees. When these have changed, so that there
 * is none yet, an earlier one stands in and says what it lacks, if the reader may see all it was
 * made from.
 */
export async function readPortfolio(
  db: Db,
  actor: Actor,
): Promise<{ scopeKey: string; insight: StoredInsight | undefined }> {
  const isVisible = (project: { team_id: string }) => canSeeProject(actor, project)
  const activeIds = (await listActiveProjects(db)).filter(isVisible).map(({ id }) => id)
  const { scope_key: scopeKey } = portfolioScope(activeIds)
  const latest = await findLatestInsight(db, scopeKey)
  if (latest || activeIds.length === 0) return { scopeKey, insight: latest }

  const visibleIds = (await listKnownProjects(db)).filter(isVisible).map(({ id }) => id)
  const standIn = await findStandIn(db, { visibleIds, activeIds })
  return { scopeKey, insight: standIn && withGaps(standIn, activeIds) }
}

function withGaps(insight: StoredInsight, activeIds: readonly string[]): StoredInsight {
  const told = new Set(insight.row.scope_project_ids)
  const active = new Set(activeIds)
  const missing = activeIds.filter((id) => !told.has(id)).length
  const left = insight.row.scope_project_ids.filter((id) => !active.has(id)).length
  const gaps = [
    ...(missing > 0
      ? [
          `${countText(missing, 'project')} became active since and ${missing === 1 ? 'is' : 'are'} not included`,
        ]
      : []),
    ...(left > 0
      ? [`${countText(left, 'project')} ${left === 1 ? 'is' : 'are'} included and no longer active`]
      : []),
  ]
  const unknowns = [...gaps, ...(insight.row.unknowns as string[])]
  return { ...insight, row: { ...insight.row, unknowns } }
}
