import type { Db, Tx } from '@milepost/db-schemas/database'
import type { Task } from '@milepost/db-schemas/tasks'
import { sql } from 'drizzle-orm'

export interface RemovedTask {
  id: string
  version: number
  /** Levels below the task whose deletion it was. */
  depth: number
}

/** Deletes these tasks with all below them, topmost first. What is taken along remembers with whom. */
export async function removeSubtrees(
  tx: Tx,
  ids: readonly string[],
  now: Date,
): Promise<RemovedTask[]> {
  const { rows } = await tx.execute<RemovedTask & Record<string, unknown>>(sql`
    with recursive gone as (
      select t.id, null::uuid as root_id, 0 as depth from projects.tasks t
      where t.id = any(${sql.param(ids)}::uuid[]) and t.deleted_at is null
      union all
      select t.id, coalesce(gone.root_id, gone.id), gone.depth + 1
      from projects.tasks t join gone on t.parent_task_id = gone.id
      where t.deleted_at is null
    )
    update projects.tasks t
    set deleted_at = ${now.toISOString()}::timestamptz, deleted_with = gone.root_id,
      version = t.version + 1, updated_at = now()
    from gone where gone.id = t.id
    returning t.id, t.version, gone.depth`)
  return rows.toSorted((one, other) => one.depth - other.depth)
}

export type DeletedTask = Pick<
  Task,
  'id' | 'status' | 'rank' | 'path' | 'parent_task_id' | 'project_id'
>

/** What the deletion of these took away: themselves, and what went with them. Topmost first. */
export async function listDeletedWith(tx: Tx, ids: readonly string[]): Promise<DeletedTask[]> {
  const { rows } = await tx.execute<DeletedTask>(sql`
    select id, status, rank, path, parent_task_id, project_id from projects.tasks
    where deleted_at is not null
      and (id = any(${sql.param(ids)}::uuid[]) or deleted_with = any(${sql.param(ids)}::uuid[]))
    order by nlevel(path), id`)
  return rows
}

/** Brings them back to these places. A milestone that was deleted meanwhile is let go. */
export async function restoreRows(
  tx: Tx,
  places: readonly { id: string; rank: string; parent_task_id: string | null }[],
): Promise<void> {
  await tx.execute(sql`
    update projects.tasks t
    set deleted_at = null, deleted_with = null, version = t.version + 1, updated_at = now(),
      rank = fresh.rank, parent_task_id = fresh.parent_task_id,
      milestone_id = (select m.id from projects.milestones m
        where m.id = t.milestone_id and m.deleted_at is null)
    from jsonb_to_recordset(${JSON.stringify(places)}::jsonb)
      as fresh(id uuid, rank text, parent_task_id uuid)
    where t.id = fresh.id`)
}

export interface TrashedTask {
  id: string
  project_id: string
  team_id: string
  project_key: string
}

/** A task that was deleted by itself; not one that another's deletion took along. */
export async function findTrashedTask(
  db: Db | Tx,
  taskId: string,
): Promise<TrashedTask | undefined> {
  const { rows } = await db.execute<TrashedTask & Record<string, unknown>>(sql`
    select t.id, t.project_id, p.team_id, p.key as project_key
    from projects.tasks t join projects.projects p on p.id = t.project_id
    where t.id = ${taskId} and t.deleted_at is not null and t.deleted_with is null
      and p.deleted_at is null`)
  return rows[0]
}

export interface TrashRow {
  id: string
  number: number
  title: string
  status: Task['status']
  deleted_at: string
  deleted_by_id: string | null
  deleted_by_name: string | null
  subtask_count: number
}

interface Page {
  projectId: string
  /** Where the page before ended. */
  before: { deletedAt: string; id: string } | undefined
  limit: number
}

/** The latest deletion first. */
export async function listTrash(db: Db, { projectId, before, limit }: Page): Promise<TrashRow[]> {
  const beyond = before
    ? sql`(t.deleted_at, t.id) < (${before.deletedAt}::timestamptz, ${before.id}::uuid)`
    : sql`true`
  const { rows } = await db.execute<TrashRow & Record<string, unknown>>(sql`
    select t.id, t.number, t.title, t.status,
      to_char(t.deleted_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as deleted_at,
      u.id as deleted_by_id, u.display_name as deleted_by_name,
      (select count(*)::int from projects.tasks c where c.project_id = t.project_id
        and c.deleted_with = t.id and c.deleted_at is not null) as subtask_count
    from projects.tasks t
    left join lateral (
      select a.actor_user_id from projects.task_activity_log a
      where a.task_id = t.id and a.kind = 'deleted' order by a.created_at desc, a.id desc limit 1
    ) who on true
    left join auth.users u on u.id = who.actor_user_id
    where t.project_id = ${projectId} and t.deleted_at is not null and t.deleted_with is null
      and ${beyond}
    order by t.deleted_at desc, t.id desc limit ${limit}`)
  return rows
}
