import type { Db, Tx } from '@milepost/db-schemas/database'
import { outbox } from '@milepost/db-schemas/projects'
import { admit } from '@milepost/service-kit/admit'
import type { Actor } from '@milepost/service-kit/authentication'
import { appendToOutbox } from '@milepost/service-kit/outbox'
import { commentUpdated } from '@milepost/shared-events/task-events'
import { addActivity } from '#tasks/queries.ts'
import { commentPolicy } from './policy.ts'
import { type CommentRow, lockComment } from './queries.ts'

interface Command {
  actor: Actor
  commentId: string
  may: (actor: Actor, comment: CommentRow) => boolean
  correlationId: string
}

interface Change {
  change: 'edited' | 'deleted' | 'reacted'
  /** Whom the comment names now and did not name before. */
  mentioned_ids?: string[]
}

/** What differs afterwards; undefined when nothing does. */
type Write = (tx: Tx, comment: CommentRow) => Promise<Change | undefined>

const activityKind = { edited: 'comment_edited', deleted: 'comment_deleted' } as const

/** Locks a comment for somebody who may do this to it, and announces what became different. */
export async function changeComment(
  db: Db,
  { actor, commentId, may, correlationId }: Command,
  write: Write,
): Promise<void> {
  await db.transaction(async (tx) => {
    const comment = admit(actor, await lockComment(tx, commentId), { ...commentPolicy, may })
    const changed = await write(tx, comment)
    if (!changed) return
    const { change, mentioned_ids = [] } = changed
    const { project_id, task_id } = comment
    const about = { correlation_id: correlationId, actor_user_id: actor.id, project_id, task_id }
    if (change !== 'reacted') {
      await addActivity(tx, { ...about, kind: activityKind[change], changes: {} })
    }
    const event = { ...about, comment_id: commentId, change, mentioned_ids }
    await appendToOutbox(tx, outbox, commentUpdated.create(event))
  })
}
