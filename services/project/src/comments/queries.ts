import type { Reaction } from '@milepost/api-contracts/discussion'
import type { Db, Tx } from '@milepost/db-schemas/database'
import { commentReactions, type TaskComment, taskComments } from '@milepost/db-schemas/discussion'
import { and, eq, type SQL, sql } from 'drizzle-orm'

/** A comment with its author's name and what a policy needs of its task. Instants as JSON has them. */
export interface CommentRow extends Record<string, unknown> {
  id: string
  task_id: string
  project_id: string
  team_id: string
  author_id: string
  author_name: string
  body: string
  created_at: string
  edited_at: string | null
  version: number
  /** By what was given first, each with who gave it. */
  reactions: { reaction: Reaction; people: { id: string; display_name: string }[] }[]
}

const instant = (column: SQL) =>
  sql`to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

const commentRow = sql`
  select c.id, c.task_id, t.project_id, p.team_id, c.author_id, u.display_name as author_name, c.body,
    c.version, ${instant(sql`c.created_at`)} as created_at, ${instant(sql`c.edited_at`)} as edited_at,
    coalesce((
      select json_agg(json_build_object('reaction', g.emoji, 'people', g.people) order by g.first_at, g.emoji)
      from (
        select r.emoji, min(r.created_at) as first_at,
          json_agg(json_build_object('id', r.user_id, 'display_name', w.display_name)
            order by r.created_at, r.id) as people
        from projects.comment_reactions r join auth.users w on w.id = r.user_id
        where r.comment_id = c.id group by r.emoji
      ) g), '[]'::json) as reactions
  from projects.task_comments c
  join projects.tasks t on t.id = c.task_id and t.deleted_at is null
  join projects.projects p on p.id = t.project_id and p.deleted_at is null
  join auth.users u on u.id = c.author_id`

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
  const { rows } = await db.execute<CommentRow>(
    sql`${commentRow} where c.task_id = ${taskId} and c.deleted_at is null and ${beyond}
        order by c.created_at, c.id limit ${limit}`,
  )
  return rows
}

export async function findComment(db: Db | Tx, commentId: string): Promise<CommentRow | undefined> {
  const { rows } = await db.execute<CommentRow>(
    sql`${commentRow} where c.id = ${commentId} and c.deleted_at is null`,
  )
  return rows[0]
}

export async function lockComment(tx: Tx, commentId: string): Promise<CommentRow | undefined> {
  const { rows } = await tx.execute<CommentRow>(
    sql`${commentRow} where c.id = ${commentId} and c.deleted_at is null for update of c`,
  )
  return rows[0]
}

export async function addCommentRow(
  tx: Tx,
  comment: Pick<TaskComment, 'task_id' | 'author_id' | 'body'>,
): Promise<string> {
  const [added] = await tx.insert(taskComments).values(comment).returning({ id: taskComments.id })
  if (!added) throw new Error('insert returned nothing')
  return added.id
}

export async function saveCommentBody(tx: Tx, commentId: string, body: string) {
  await tx
    .update(taskComments)
    .set({ body, edited_at: sql`now()`, version: sql`${taskComments.version} + 1` })
    .where(eq(taskComments.id, commentId))
}

/** It stays in the history, unread. */
export async function removeComment(tx: Tx, commentId: string) {
  await tx
    .update(taskComments)
    .set({ deleted_at: sql`now()`, version: sql`${taskComments.version} + 1` })
    .where(eq(taskComments.id, commentId))
}

interface Given {
  commentId: string
  userId: string
  reaction: Reaction
}

/** Whether it was not there before. */
export async function addReaction(tx: Tx, { commentId, userId, reaction }: Given) {
  const added = await tx
    .insert(commentReactions)
    .values({ comment_id: commentId, user_id: userId, emoji: reaction })
    .onConflictDoNothing()
    .returning({ id: commentReactions.id })
  return added.length === 1
}

/** Whether it was there before. */
export async function removeReaction(tx: Tx, { commentId, userId, reaction }: Given) {
  const removed = await tx
    .delete(commentReactions)
    .where(
      and(
        eq(commentReactions.comment_id, commentId),
        eq(commentReactions.user_id, userId),
        eq(commentReactions.emoji, reaction),
      ),
    )
    .returning({ id: commentReactions.id })
  return removed.length === 1
}
