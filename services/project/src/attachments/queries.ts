import type { Db, Tx } from '@milepost/db-schemas/database'
import { taskAttachments } from '@milepost/db-schemas/discussion'
import { eq, sql } from 'drizzle-orm'

/** A file with its sender's name and what a policy needs of its own task. Instants as JSON has them. */
export interface AttachmentRow extends Record<string, unknown> {
  id: string
  task_id: string
  project_id: string
  team_id: string
  uploaded_by: string
  uploader_name: string
  file_name: string
  content_type: string
  size_bytes: number
  sha256: string
  storage_key: string
  thumbnail_key: string | null
  created_at: string
}

const attachmentRow = sql`
  select a.id, a.task_id, t.project_id, p.team_id, a.uploaded_by, u.display_name as uploader_name,
    a.file_name, a.content_type, a.size_bytes::float8 as size_bytes, a.sha256, a.storage_key,
    a.thumbnail_key,
    to_char(a.created_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as created_at
  from projects.task_attachments a
  join projects.tasks t on t.id = a.task_id and t.deleted_at is null
  join projects.projects p on p.id = t.project_id and p.deleted_at is null
  join auth.users u on u.id = a.uploaded_by`

/** The newest first, at most 500. */
export async function listAttachments(db: Db, taskId: string): Promise<AttachmentRow[]> {
  const { rows } = await db.execute<AttachmentRow>(
    sql`${attachmentRow} where a.task_id = ${taskId} and a.deleted_at is null
        order by a.created_at desc, a.id desc limit 500`,
  )
  return rows
}

export async function findAttachment(
  db: Db | Tx,
  attachmentId: string,
): Promise<AttachmentRow | undefined> {
  const { rows } = await db.execute<AttachmentRow>(
    sql`${attachmentRow} where a.id = ${attachmentId} and a.deleted_at is null`,
  )
  return rows[0]
}

export async function lockAttachment(
  tx: Tx,
  attachmentId: string,
): Promise<AttachmentRow | undefined> {
  const { rows } = await tx.execute<AttachmentRow>(
    sql`${attachmentRow} where a.id = ${attachmentId} and a.deleted_at is null for update of a`,
  )
  return rows[0]
}

/** Until the transaction ends, nobody else adds a file to the project. */
export async function lockQuota(tx: Tx, projectId: string) {
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`files of project ${projectId}`}, 0))`,
  )
}

/** What the project's files take up together, those of tasks in the trash included. */
export async function findBytesUsed(db: Db | Tx, projectId: string): Promise<number> {
  const { rows } = await db.execute<{ bytes: number }>(
    sql`select coalesce(sum(a.size_bytes), 0)::float8 as bytes
        from projects.task_attachments a join projects.tasks t on t.id = a.task_id
        where t.project_id = ${projectId} and a.deleted_at is null`,
  )
  return rows[0]?.bytes ?? 0
}

export async function addAttachment(tx: Tx, attachment: typeof taskAttachments.$inferInsert) {
  await tx.insert(taskAttachments).values(attachment)
}

/** The row stays in the history; its bytes do not. */
export async function removeAttachment(tx: Tx, attachmentId: string) {
  await tx
    .update(taskAttachments)
    .set({ deleted_at: sql`now()` })
    .where(eq(taskAttachments.id, attachmentId))
}
