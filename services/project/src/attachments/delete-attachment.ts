import type { Db } from '@milepost/db-schemas/database'
import { outbox } from '@milepost/db-schemas/projects'
import { admit } from '@milepost/service-kit/admit'
import type { Actor } from '@milepost/service-kit/authentication'
import { appendToOutbox } from '@milepost/service-kit/outbox'
import { attachmentRemoved } from '@milepost/shared-events/task-events'
import { addActivity } from '#tasks/queries.ts'
import { attachmentPolicy, canDeleteAttachment } from './policy.ts'
import { type AttachmentRow, lockAttachment, removeAttachment } from './queries.ts'
import type { Storage } from './storage.ts'

interface DeleteAttachmentCommand {
  actor: Actor
  attachmentId: string
  correlationId: string
}

/** Takes a file away. That it was there remains in the history, without its bytes. */
export async function deleteAttachment(
  { db, storage }: { db: Db; storage: Storage },
  { actor, attachmentId, correlationId }: DeleteAttachmentCommand,
): Promise<void> {
  const removed = await db.transaction(async (tx): Promise<AttachmentRow> => {
    const policy = { ...attachmentPolicy, may: canDeleteAttachment }
    const attachment = admit(actor, await lockAttachment(tx, attachmentId), policy)
    const { project_id, task_id, file_name } = attachment
    await removeAttachment(tx, attachmentId)
    const about = { correlation_id: correlationId, actor_user_id: actor.id, project_id, task_id }
    await addActivity(tx, { ...about, kind: 'detached', changes: { file: [file_name, null] } })
    const event = { ...about, attachment_id: attachmentId }
    await appendToOutbox(tx, outbox, attachmentRemoved.create(event))
    return attachment
  })
  // Only now: what a transaction takes back must still be there.
  await storage.delete(removed.storage_key)
  if (removed.thumbnail_key !== null) await storage.delete(removed.thumbnail_key)
}
