import type { Tx } from '@milepost/db-schemas/database'
import { sql } from 'drizzle-orm'
import { notify } from './notify.ts'

interface DueTask extends Record<string, unknown> {
  id: string
  project_id: string
  assignee_id: string
  due_date: string
}

/** Due today or tomorrow. A task that is late already is on its assignee's list as such. */
const daysAhead = 1

/** Tells everybody once per task and date. Answers how many tasks are due. */
export async function remindOfDueTasks(
  tx: Tx,
  { today, now, correlationId }: { today: string; now: Date; correlationId: string },
): Promise<number> {
  const { rows } = await tx.execute<DueTask>(
    sql`select t.id, t.project_id, t.assignee_id, t.due_date::text
        from projects.tasks t join projects.projects p on p.id = t.project_id
        where t.due_date between ${today}::date and ${today}::date + ${daysAhead}::int
          and t.assignee_id is not null and t.status not in ('done', 'cancelled')
          and t.deleted_at is null and t.child_count = 0
          and p.deleted_at is null and p.status = 'active' and p.archived_at is null
          and not exists (
            select from projects.notifications n
            where n.user_id = t.assignee_id and n.task_id = t.id and n.kind = 'due_soon'
              and n.detail ->> 'due_date' = t.due_date::text)`,
  )
  for (const { id, project_id, assignee_id, due_date } of rows) {
    await notify(
      tx,
      {
        ...{ kind: 'due_soon', project_id, task_id: id, actor_user_id: null },
        ...{ detail: { due_date }, group_key: `due_soon:${id}` },
      },
      { userIds: [assignee_id], correlationId, at: now },
    )
  }
  return rows.length
}
