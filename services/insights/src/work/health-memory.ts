import type { Health } from '@milepost/api-contracts/projects'
import type { Db, Tx } from '@milepost/db-schemas/database'
import { healthHistory, riskAssessments } from '@milepost/db-schemas/insights'
import { desc, eq, inArray, sql } from 'drizzle-orm'
import type { ComputedSince } from '#facts/health-facts.ts'
import type { Assessment } from '#insights/queries.ts'

export type HealthEntry = typeof healthHistory.$inferSelect

/** Since when each project has had the computed health it has. */
export async function listComputedSince(
  db: Db,
  projectIds: string[],
): Promise<Map<string, ComputedSince>> {
  const rows = await db
    .selectDistinctOn([healthHistory.project_id])
    .from(healthHistory)
    .where(inArray(healthHistory.project_id, projectIds))
    .orderBy(healthHistory.project_id, desc(healthHistory.changed_at))
  return new Map(
    rows.map(({ project_id, computed_health, changed_at }) => [
      project_id,
      { computed_health: computed_health as Health, changed_at: changed_at.toISOString() },
    ]),
  )
}

/** The last changes of a project's computed health, newest first. */
export const listHealthHistory = (tx: Tx, projectId: string): Promise<HealthEntry[]> =>
  tx
    .select()
    .from(healthHistory)
    .where(eq(healthHistory.project_id, projectId))
    .orderBy(desc(healthHistory.changed_at))
    .limit(50)

export const listAssessments = (tx: Tx, projectId: string) =>
  tx.select().from(riskAssessments).where(eq(riskAssessments.project_id, projectId))

/** One writer of a project's risks and health at a time: its own analysis and a portfolio's may coincide. */
export async function lockHealth(tx: Tx, projectId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`health ${projectId}`}, 0))`)
}

export async function addHealthChange(
  tx: Tx,
  change: Pick<HealthEntry, 'project_id' | 'computed_health' | 'rules' | 'changed_at'>,
): Promise<void> {
  await tx.insert(healthHistory).values(change)
}

interface SavedAssessment {
  project_id: string
  insight_id: string
  fired: boolean
  fired_since: Date | null
  severity: string
  assessment: Assessment
}

export async function saveAssessment(tx: Tx, saved: SavedAssessment): Promise<void> {
  await tx
    .insert(riskAssessments)
    .values({ ...saved, rule: saved.assessment.rule })
    .onConflictDoUpdate({
      target: [riskAssessments.project_id, riskAssessments.rule],
      set: { ...saved, updated_at: sql`now()` },
    })
}
