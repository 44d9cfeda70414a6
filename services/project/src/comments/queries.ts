import type { Db, Tx } from '@milepost/db-schemas/database'
import { type TaskComment, taskComments } from '@milepost/db-schemas/discussion'
import { sql } from 'drizzle-orm'

/** A comment with its author's name. Instants as JSON has them. */
export interface CommentRow {
  id: string
  task_id: string
  author_id: string
  author_name: string
  body: string
  created_at: string
  version: number
}

interface Page {
  taskId: string
  /** When the last comment of the page before was written, and its id. */
  after: { createdAt: string; id: string } | undefined
  limit: number
}

/** Oldest first. */
export async function listComments(
  db: Db | Tx,
  { taskId, after, limit }: Page,
): Promise<CommentRow[]> {
  const beyond = after
    ? sql`(c.created_at, c.id) > (${after.createdAt}::timestamptz, ${after.id}::uuid)`
    : sql`true`
  const { rows } = await db.execute<CommentRow & Record<string, unknown>>(
    sql`select c.id, c.task_id, c.author_id, u.display_name as author_name, c.body, c.version,
          to_char(c.created_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as created_at
        from projects.task_comments c join auth.users u on u.id = c.author_id
        where c.task_id = ${taskId} and c.deleted_at is null and ${beyond}
        order by c.created_at, c.id limit ${limit}`,
  )
  return rows
}

export async function findAuthorName(tx: Tx, userId: string): Promise<string> {
  const { rows } = await tx.execute<{ display_name: string }>(
    sql`select display_name from auth.users where id = ${userId}`,
  )
  return rows[0]?.display_name ?? ''
}

export async function addCommentRow(
  tx: Tx,
  comment: Pick<TaskComment, 'task_id' | 'author_id' | 'body'>,
): Promise<TaskComment> {
  const [added] = await tx.insert(taskComments).values(comment).returning()
  if (!added) throw new Error('insert returned nothing')
  return added
}
