import type { Tx } from '@milepost/db-schemas/database'
import type { ProjectProgress } from '@milepost/db-schemas/projects'
import { sql } from 'drizzle-orm'
import type { Totals } from './progress.ts'

type Recomputed = Totals & Pick<ProjectProgress, 'median_estimate' | 'completion_percentage'>

/**
 * Counts a project's totals anew, in one statement: for changes of estimates, whose median no running
 * total can tell, and of the tree, which decides what is a leaf. Call it with the board locked. The
 * median is the lower of the two in the middle.
 */
export async function recomputeProgress(tx: Tx, projectId: string): Promise<Recomputed> {
  const { rows } = await tx.execute<Record<keyof Recomputed, string | null>>(sql`
    with leaf as (
      select estimate_minutes as estimate, status,
        case when status = 'done' then 100 else completion_percentage end::bigint as done
      from projects.tasks
      where project_id = ${projectId} and deleted_at is null
        and child_count = 0 and status <> 'cancelled'
    ), total as (
      select
        coalesce(sum(estimate), 0) as estimated_minutes,
        coalesce(sum(estimate * done), 0) as estimated_done,
        count(*) filter (where estimate is null) as unestimated_count,
        coalesce(sum(done) filter (where estimate is null), 0) as unestimated_done,
        percentile_disc(0.5) within group (order by estimate) as median_estimate,
        count(*) as leaf_count,
        count(*) filter (where status = 'done') as done_count,
        count(*) filter (where status = 'blocked') as blocked_count
      from leaf
    )
    update projects.project_progress p set
      estimated_minutes = total.estimated_minutes,
      estimated_done = total.estimated_done,
      unestimated_count = total.unestimated_count,
      unestimated_done = total.unestimated_done,
      median_estimate = total.median_estimate,
      leaf_count = total.leaf_count,
      done_count = total.done_count,
      blocked_count = total.blocked_count,
      updated_at = now()
    from total
    where p.project_id = ${projectId}
    returning p.estimated_minutes, p.estimated_done, p.unestimated_count, p.unestimated_done,
      p.median_estimate, p.leaf_count, p.done_count, p.blocked_count, p.completion_percentage`)
  const [row] = rows
  if (!row) throw new Error(`project ${projectId} has no progress row`)
  return {
    estimated_minutes: Number(row.estimated_minutes),
    estimated_done: Number(row.estimated_done),
    unestimated_count: Number(row.unestimated_count),
    unestimated_done: Number(row.unestimated_done),
    median_estimate: row.median_estimate === null ? null : Number(row.median_estimate),
    leaf_count: Number(row.leaf_count),
    done_count: Number(row.done_count),
    blocked_count: Number(row.blocked_count),
    completion_percentage:
      row.completion_percentage === null ? null : Number(row.completion_percentage),
  }
}
