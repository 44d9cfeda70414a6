import type { Tx } from '@milepost/db-schemas/database'
import { projectSnapshots } from '@milepost/db-schemas/projects'
import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'

type Snapshot = Omit<typeof projectSnapshots.$inferSelect, 'id' | 'created_at' | 'updated_at'>

/** One row per project for this day, unless it has one. Answers how many were taken. */
export async function takeSnapshots(tx: Tx, today: string): Promise<number> {
  const { rows } = await tx.execute<Snapshot & Record<string, unknown>>(sql`
    select p.id as project_id, ${today} as snapshot_on, p.status,
      g.completion_percentage::float8 as completion_percentage,
      g.leaf_count, g.done_count, g.blocked_count, p.declared_health,
      coalesce(h.computed_health, 'unknown') as computed_health,
      (select count(*)::int from projects.tasks t
       where t.project_id = p.id and t.deleted_at is null and t.status not in ('done', 'cancelled')
         and t.due_date < ${today}::date and t.child_count = 0) as overdue_count
    from projects.projects p
    join projects.project_progress g on g.project_id = p.id
    left join projects.project_health h on h.project_id = p.id
    where p.deleted_at is null and not exists (
      select from projects.project_snapshots s
      where s.project_id = p.id and s.snapshot_on = ${today}::date)`)
  if (rows.length === 0) return 0
  const taken = await tx
    .insert(projectSnapshots)
    .values(rows.map((row) => ({ ...row, id: uuidv7() })))
    .onConflictDoNothing()
    .returning({ id: projectSnapshots.id })
  return taken.length
}
