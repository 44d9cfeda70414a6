import type { Readable } from 'node:stream'
import type { Db } from '@milepost/db-schemas/database'
import { outbox } from '@milepost/db-schemas/projects'
import { admit } from '@milepost/service-kit/admit'
import type { Actor } from '@milepost/service-kit/authentication'
import { appendToOutbox } from '@milepost/service-kit/outbox'
import { attachmentAdded } from '@milepost/shared-events/task-events'
import { v7 as uuidv7 } from 'uuid'
import { addActivity, findTask } from '#tasks/queries.ts'
import { taskPolicy } from '#tasks/refusals.ts'
import { contentTypeOf, headBytes, isPicture } from './content-type.ts'
import { safeFileName } from './file-name.ts'
import { makeThumbnail } from './make-thumbnail.ts'
import type { Stored } from './metered.ts'
import { peek } from './peek.ts'
import { canAttach } from './policy.ts'
import {
  type AttachmentRow,
  addAttachment,
  findAttachment,
  findBytesUsed,
  lockQuota,
} from './queries.ts'
import { quotaExceeded } from './refusals.ts'
import type { Storage } from './storage.ts'

export interface AttachmentLimits {
  /** Of one file. */
  bytesMax: number
  /** Of all files of one project. */
  quotaBytes: number
}

interface UploadCommand {
  actor: Actor
  task: { id: string; project_id: string }
  file: {
    name: string
    content: Readable
    /** Resolves when nothing followed the file, and throws when something did. */
    ended: () => Promise<void>
  }
  limits: AttachmentLimits
  correlationId: string
}

interface Kept extends Stored {
  content_type: string
  storage_key: string
  thumbnail_key: string | null
}

/** Keeps a file beside a task. Whatever fails on the way, nothing of it is left. */
export async function uploadAttachment(
  { db, storage }: { db: Db; storage: Storage },
  command: UploadCommand,
): Promise<AttachmentRow> {
  const { task, file, limits } = command
  const { quotaBytes } = limits
  if ((await findBytesUsed(db, task.project_id)) >= quotaBytes) throw quotaExceeded(quotaBytes)
  const id = uuidv7()
  const key = `${task.project_id}/${id}`
  try {
    const kept = await keep(storage, key, file.content, limits.bytesMax)
    await file.ended()
    return await record(db, { ...command, id, kept })
  } catch (error) {
    await storage.delete(key)
    await storage.delete(thumbnailKey(key))
    throw error
  }
}

const thumbnailKey = (key: string) => `${key}.small`

async function keep(
  storage: Storage,
  key: string,
  content: Readable,
  sizeMax: number,
): Promise<Kept> {
  const { body, head } = peek(content, headBytes)
  const stored = await storage.put(key, body, { sizeMax })
  const content_type = await contentTypeOf(head())
  const small = isPicture(content_type) ? await makeThumbnail(await storage.get(key)) : undefined
  if (small) await storage.put(thumbnailKey(key), small, { sizeMax })
  return {
    ...{ ...stored, content_type, storage_key: key },
    thumbnail_key: small ? thumbnailKey(key) : null,
  }
}

async function record(
  db: Db,
  {
    actor,
    task,
    file,
    limits,
    correlationId,
    id,
    kept,
  }: UploadCommand & { id: string; kept: Kept },
): Promise<AttachmentRow> {
  return db.transaction(async (tx) => {
    const { project_id } = task
    admit(actor, await findTask(tx, task.id), { ...taskPolicy, may: canAttach })
    await lockQuota(tx, project_id)
    const used = await findBytesUsed(tx, project_id)
    if (used + kept.size_bytes > limits.quotaBytes) throw quotaExceeded(limits.quotaBytes)

    const file_name = safeFileName(file.name)
    const row = { ...kept, id, task_id: task.id, uploaded_by: actor.id, file_name }
    await addAttachment(tx, row)
    const about = {
      ...{ correlation_id: correlationId, actor_user_id: actor.id },
      ...{ project_id, task_id: task.id },
    }
    await addActivity(tx, { ...about, kind: 'attached', changes: { file: [null, file_name] } })
    await appendToOutbox(tx, outbox, attachmentAdded.create({ ...about, attachment_id: id }))
    const added = await findAttachment(tx, id)
    if (!added) throw new Error('a file vanished while it was added')
    return added
  })
}
