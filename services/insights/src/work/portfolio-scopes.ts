import type { Tx } from '@milepost/db-schemas/database'
import { analysisRequests, generatedInsights } from '@milepost/db-schemas/insights'
import { and, eq, gt, gte, inArray, sql } from 'drizzle-orm'
import { portfolioScope, type Scope } from '#analyses/scope.ts'
import { listActiveProjects, listManagersTeams, type ProjectRef } from '#projects/queries.ts'

/**
 * The portfolios kept up to date without being asked for: all active projects, which executives and
 * administrators share, those of every manager's teams, and any that somebody asked for in the last
 * month and that still consists of active projects.
 */
export async function listKeptPortfolios(tx: Tx): Promise<Scope[]> {
  const active = await listActiveProjects(tx)
  const ofTeams = (await listManagersTeams(tx)).map((teams) =>
    active.filter(({ team_id }) => teams.includes(team_id)),
  )
  const scopes = [active, ...ofTeams]
    .map((projects) => portfolioScope(projects.map(({ id }) => id)))
    .concat(await listAskedFor(tx, active))
    .filter(({ scope_project_ids }) => scope_project_ids.length > 0)
  return [...new Map(scopes.map((scope) => [scope.scope_key, scope])).values()]
}

async function listAskedFor(tx: Tx, active: readonly ProjectRef[]): Promise<Scope[]> {
  const asked = await tx
    .selectDistinct({ ids: analysisRequests.scope_project_ids })
    .from(analysisRequests)
    .where(
      and(
        eq(analysisRequests.kind, 'portfolio'),
        eq(analysisRequests.trigger, 'user'),
        gt(analysisRequests.created_at, sql`now() - interval '30 days'`),
      ),
    )
  const activeIds = new Set(active.map(({ id }) => id))
  return asked
    .filter(({ ids }) => ids.every((id) => activeIds.has(id)))
    .map(({ ids }) => portfolioScope(ids))
}

/** Of these scopes, those no insight was written for today, in UTC. */
export async function withoutInsightToday(tx: Tx, scopes: readonly Scope[]): Promise<Scope[]> {
  const keys = scopes.map(({ scope_key }) => scope_key)
  if (keys.length === 0) return []
  const rows = await tx
    .selectDistinct({ key: generatedInsights.scope_key })
    .from(generatedInsights)
    .where(
      and(
        inArray(generatedInsights.scope_key, keys),
        gte(generatedInsights.as_of, sql`date_trunc('day', now(), 'utc')`),
      ),
    )
  const written = new Set(rows.map(({ key }) => key))
  return scopes.filter(({ scope_key }) => !written.has(scope_key))
}
