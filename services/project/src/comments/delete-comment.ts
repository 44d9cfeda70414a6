import type { Db } from '@milepost/db-schemas/database'
import type { Actor } from '@milepost/service-kit/authentication'
import { changeComment } from './change-comment.ts'
import { canDeleteComment } from './policy.ts'
import { removeComment } from './queries.ts'

interface DeleteCommentCommand {
  actor: Actor
  commentId: string
  correlationId: string
}

/** Takes a comment out of the conversation; that it was there remains in the history. */
export async function deleteComment(db: Db, command: DeleteCommentCommand): Promise<void> {
  await changeComment(db, { ...command, may: canDeleteComment }, async (tx, comment) => {
    await removeComment(tx, comment.id)
    return { change: 'deleted' }
  })
}
