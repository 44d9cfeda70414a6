import type { Tx } from '@milepost/db-schemas/database'
import { sql } from 'drizzle-orm'

/** A task and whom its news concern. */
export interface TaskNews extends Record<string, unknown> {
  title: string
  assignee_id: string | null
  manager_id: string | null
  watcher_ids: string[]
}

/** Undefined for a task that was deleted meanwhile. */
export async function findTaskNews(tx: Tx, taskId: string): Promise<TaskNews | undefined> {
  const { rows } = await tx.execute<TaskNews>(
    sql`select t.title, t.assignee_id, p.manager_id,
          array(select w.user_id from projects.task_watchers w where w.task_id = t.id) as watcher_ids
        from projects.tasks t join projects.projects p on p.id = t.project_id
        where t.id = ${taskId} and t.deleted_at is null and p.deleted_at is null`,
  )
  return rows[0]
}

/** The manager, whoever keeps the project at hand, and those whose open tasks lead to the milestone. */
export async function findMilestoneAudience(tx: Tx, milestoneId: string): Promise<string[]> {
  const { rows } = await tx.execute<{ user_id: string }>(
    sql`select p.manager_id as user_id from projects.milestones m
          join projects.projects p on p.id = m.project_id
        where m.id = ${milestoneId} and p.manager_id is not null
        union select f.user_id from projects.milestones m
          join projects.project_favourites f on f.project_id = m.project_id
        where m.id = ${milestoneId}
        union select t.assignee_id from projects.tasks t
        where t.milestone_id = ${milestoneId} and t.assignee_id is not null
          and t.deleted_at is null and t.status not in ('done', 'cancelled')`,
  )
  return rows.map(({ user_id }) => user_id)
}

/** What a comment says and whom it names. Undefined for one that was deleted meanwhile. */
export async function findCommentBody(tx: Tx, commentId: string): Promise<string | undefined> {
  const { rows } = await tx.execute<{ body: string }>(
    sql`select body from projects.task_comments where id = ${commentId} and deleted_at is null`,
  )
  return rows[0]?.body
}
