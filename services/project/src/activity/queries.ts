import type { ActivityKind } from '@milepost/api-contracts/discussion'
import type { Db } from '@milepost/db-schemas/database'
import { type SQL, sql } from 'drizzle-orm'

/** One thing that happened, as it was written down. Instants as JSON has them. */
export interface ActivityRow extends Record<string, unknown> {
  id: string
  kind: ActivityKind
  actor: { id: string; display_name: string } | null
  task: { id: string; key: string; title: string; deleted: boolean }
  changes: Record<string, [unknown, unknown]>
  created_at: string
}

interface Page {
  of: { task_id: string } | { project_id: string }
  actorId: string | undefined
  kind: ActivityKind | undefined
  /** When the last one of the page before happened, and its id. */
  before: { createdAt: string; id: string } | undefined
  limit: number
}

/** The newest first. */
export async function listActivity(db: Db, page: Page): Promise<ActivityRow[]> {
  const { of, actorId, kind, before, limit } = page
  const filters: (SQL | undefined)[] = [
    'task_id' in of ? sql`l.task_id = ${of.task_id}` : sql`l.project_id = ${of.project_id}`,
    actorId === undefined ? undefined : sql`l.actor_user_id = ${actorId}`,
    kind === undefined ? undefined : sql`l.kind = ${kind}`,
    before && sql`(l.created_at, l.id) < (${before.createdAt}::timestamptz, ${before.id}::uuid)`,
  ]
  const { rows } = await db.execute<ActivityRow>(sql`
    select l.id, l.kind, l.changes,
      case when u.id is not null
        then json_build_object('id', u.id, 'display_name', u.display_name) end as actor,
      json_build_object('id', t.id, 'key', p.key || '-' || t.number, 'title', t.title,
        'deleted', t.deleted_at is not null) as task,
      to_char(l.created_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as created_at
    from projects.task_activity_log l
    join projects.tasks t on t.id = l.task_id
    join projects.projects p on p.id = t.project_id
    left join auth.users u on u.id = l.actor_user_id
    where ${sql.join(
      filters.filter((one) => one !== undefined),
      sql` and `,
    )}
    order by l.created_at desc, l.id desc limit ${limit}`)
  return rows
}

/** What the ids in these fields are called, by id. Whatever is deleted keeps its name. */
export async function listNames(
  db: Db,
  ids: { people: string[]; milestones: string[]; tasks: string[]; categories: string[] },
): Promise<Map<string, string>> {
  const one = (values: string[]) => sql`${sql.param(values)}::uuid[]`
  const { rows } = await db.execute<{ id: string; name: string }>(sql`
    select id, display_name as name from auth.users where id = any(${one(ids.people)})
    union all select id, name from projects.milestones where id = any(${one(ids.milestones)})
    union all select id, name from projects.categories where id = any(${one(ids.categories)})
    union all
    select t.id, p.key || '-' || t.number || ' ' || t.title
    from projects.tasks t join projects.projects p on p.id = t.project_id
    where t.id = any(${one(ids.tasks)})`)
  return new Map(rows.map(({ id, name }) => [id, name]))
}
