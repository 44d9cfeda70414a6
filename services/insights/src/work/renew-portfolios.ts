import type { Tx } from '@milepost/db-schemas/database'
import { queueRenewal } from '#analyses/queue-renewal.ts'
import type { Scope } from '#analyses/scope.ts'
import { listKeptPortfolios, withoutInsightToday } from './portfolio-scopes.ts'

interface ChangedProject {
  project_id: string
  correlationId: string
  delayOf: (scope: Scope) => number
}

/** Renews the portfolios a project is in, and those that came about because it joined or left. */
export async function renewPortfolios(
  tx: Tx,
  { project_id, correlationId, delayOf }: ChangedProject,
): Promise<void> {
  const kept = await listKeptPortfolios(tx)
  const holding = kept.filter(({ scope_project_ids }) => scope_project_ids.includes(project_id))
  const fresh = await withoutInsightToday(tx, kept)
  for (const scope of new Set([...holding, ...fresh])) {
    await queueRenewal(tx, { scope, correlationId, delaySeconds: delayOf(scope) })
  }
}
