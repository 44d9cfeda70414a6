import type { MyTask } from '@milepost/api-contracts/list'
import type { Db } from '@milepost/db-schemas/database'
import { sql } from 'drizzle-orm'

interface Reader {
  id: string
  /** Null stands for every team. */
  teamIds: readonly string[] | null
}

/** What is open for one person at a time is far less. */
const myTasksMax = 500

type Row = Omit<MyTask, 'project'> & {
  project_id: string
  project_key: string
  project_name: string
}

/** The reader's open tasks of running projects, the nearest due date first. */
export async function listMyTasks(db: Db, { id, teamIds }: Reader): Promise<MyTask[]> {
  const visible = teamIds === null ? sql`true` : sql`p.team_id = any(${sql.param(teamIds)}::uuid[])`
  const { rows } = await db.execute<Row & Record<string, unknown>>(sql`
    select t.id, concat(p.key, '-', t.number) as key, t.title, t.status, t.priority,
      t.start_date, t.due_date, t.remaining_minutes, t.blocked_reason, t.version,
      ${instant(sql`t.blocked_since`)} as blocked_since,
      ${instant(sql`given.created_at`)} as assigned_at,
      p.id as project_id, p.key as project_key, p.name as project_name
    from projects.tasks t
    join projects.projects p on p.id = t.project_id
    left join lateral (
      select a.created_at from projects.task_activity_log a
      where a.task_id = t.id
        and (a.changes -> 'assignee_id' ->> 1 = ${id} or a.kind = 'created')
      order by a.created_at desc limit 1
    ) given on true
    where t.assignee_id = ${id} and t.status not in ('done', 'cancelled')
      and t.deleted_at is null and p.deleted_at is null
      and p.status not in ('completed', 'cancelled') and ${visible}
    order by t.due_date nulls last, t.priority, t.number, t.id
    limit ${myTasksMax}`)
  return rows.map(({ project_id, project_key, project_name, ...task }) => ({
    ...task,
    project: { id: project_id, key: project_key, name: project_name },
  }))
}

const instant = (column: ReturnType<typeof sql>) =>
  sql`to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** Null for a person who is not there. */
export async function findTimezone(db: Db, userId: string): Promise<string | null> {
  const { rows } = await db.execute<{ timezone: string }>(
    sql`select timezone from auth.users where id = ${userId}`,
  )
  return rows[0]?.timezone ?? null
}
