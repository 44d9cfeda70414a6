import type { ProjectEvidence } from '@milepost/api-contracts/evidence'
import type { Tx } from '@milepost/db-schemas/database'
import { milestones } from '@milepost/db-schemas/milestones'
import { projectBaselines } from '@milepost/db-schemas/plan'
import { projectProgress, projectSnapshots } from '@milepost/db-schemas/projects'
import { and, asc, desc, eq, gte, isNull, sql } from 'drizzle-orm'

type Evidence = ProjectEvidence

/** The latest: what was agreed last is what slippage is measured from. */
export async function findBaseline(tx: Tx, projectId: string) {
  const [baseline] = await tx
    .select({
      name: projectBaselines.name,
      start_date: projectBaselines.start_date,
      finish_date: projectBaselines.finish_date,
      created_at: projectBaselines.created_at,
    })
    .from(projectBaselines)
    .where(eq(projectBaselines.project_id, projectId))
    .orderBy(desc(projectBaselines.created_at))
    .limit(1)
  return baseline
}

export async function findMedianEstimate(tx: Tx, projectId: string): Promise<number | null> {
  const [progress] = await tx
    .select({ median_estimate: projectProgress.median_estimate })
    .from(projectProgress)
    .where(eq(projectProgress.project_id, projectId))
  return progress?.median_estimate ?? null
}

export const listMilestones = (tx: Tx, projectId: string): Promise<Evidence['milestones']> =>
  tx
    .select({
      id: milestones.id,
      name: milestones.name,
      due_date: milestones.due_date,
      original_due_date: milestones.original_due_date,
      status: milestones.status,
      achieved_on: milestones.achieved_on,
    })
    .from(milestones)
    .where(and(eq(milestones.project_id, projectId), isNull(milestones.deleted_at)))
    .orderBy(asc(milestones.due_date), asc(milestones.id))
    .limit(500)

/** Since a day, oldest first; at most 90. */
export const listSnapshots = (
  tx: Tx,
  projectId: string,
  since: string,
): Promise<Evidence['snapshots']> =>
  tx
    .select({
      snapshot_on: projectSnapshots.snapshot_on,
      completion_percentage: projectSnapshots.completion_percentage,
      blocked_count: projectSnapshots.blocked_count,
      overdue_count: projectSnapshots.overdue_count,
    })
    .from(projectSnapshots)
    .where(
      and(eq(projectSnapshots.project_id, projectId), gte(projectSnapshots.snapshot_on, since)),
    )
    .orderBy(asc(projectSnapshots.snapshot_on))
    .limit(90)

/** Leaf tasks finished since a day, by the Monday of their week. */
export async function countFinishedByWeek(
  tx: Tx,
  projectId: string,
  since: string,
): Promise<Map<string, number>> {
  const { rows } = await tx.execute<{ week: string; count: number }>(
    sql`select date_trunc('week', completed_at at time zone 'utc')::date::text as week,
          count(*)::int as count
        from projects.tasks
        where project_id = ${projectId} and deleted_at is null and child_count = 0
          and completed_at is not null and completed_at >= ${since}::date::timestamp at time zone 'utc'
        group by 1`,
  )
  return new Map(rows.map(({ week, count }) => [week, count]))
}
