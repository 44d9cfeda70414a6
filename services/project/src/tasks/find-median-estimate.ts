import type { Db, Tx } from '@milepost/db-schemas/database'
import type { Task } from '@milepost/db-schemas/tasks'
import { sql } from 'drizzle-orm'

/** The median estimate of the project's counting tasks, with one of them as it is about to be. */
export async function findMedianEstimate(
  db: Db | Tx,
  task: Pick<Task, 'id' | 'project_id' | 'status' | 'estimate_minutes' | 'child_count'>,
): Promise<number | null> {
  const counts = task.status !== 'cancelled' && task.child_count === 0
  const { rows } = await db.execute<{ median: number | null }>(sql`
    select percentile_disc(0.5) within group (order by estimate) as median from (
      select estimate_minutes as estimate from projects.tasks
      where project_id = ${task.project_id} and id <> ${task.id} and deleted_at is null
        and child_count = 0 and status <> 'cancelled' and estimate_minutes is not null
      union all select ${counts ? task.estimate_minutes : null}::int
    ) as counting`)
  return rows[0]?.median ?? null
}
