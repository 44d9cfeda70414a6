import type { Hierarchy, TaskRef } from '@milepost/api-contracts/discussion'
import type { Db } from '@milepost/db-schemas/database'
import { sql } from 'drizzle-orm'

/** What a task is a part of, topmost first. */
export async function listAncestors(db: Db, taskId: string): Promise<TaskRef[]> {
  const { rows } = await db.execute<TaskRef & Record<string, unknown>>(sql`
    select a.id, p.key || '-' || a.number as key, a.title, a.status
    from projects.tasks t
    cross join lateral unnest(string_to_array(t.path::text, '.')) with ordinality as level(label, place)
    join projects.tasks a on a.id = level.label::uuid and a.deleted_at is null
    join projects.projects p on p.id = a.project_id
    where t.id = ${taskId} and a.id <> t.id
    order by level.place`)
  return rows
}

type Subtask = Omit<Hierarchy['subtasks'][number], 'can'>

/** By number, at most 500. */
export async function listSubtasks(db: Db, taskId: string): Promise<Subtask[]> {
  const { rows } = await db.execute<Subtask & Record<string, unknown>>(sql`
    select c.id, p.key || '-' || c.number as key, c.title, c.status, c.due_date, c.version,
      json_build_object('done', c.child_done_count, 'total', c.child_count) as subtasks,
      case when u.id is not null
        then json_build_object('id', u.id, 'display_name', u.display_name) end as assignee
    from projects.tasks c
    join projects.projects p on p.id = c.project_id
    left join auth.users u on u.id = c.assignee_id
    where c.parent_task_id = ${taskId} and c.deleted_at is null
    order by c.number limit 500`)
  return rows
}
