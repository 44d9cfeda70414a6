import type { UpdateComment } from '@milepost/api-contracts/discussion'
import type { Db } from '@milepost/db-schemas/database'
import type { Actor } from '@milepost/service-kit/authentication'
import { changeComment } from './change-comment.ts'
import { mentionedIds } from './mentions.ts'
import { canEditComment, commentChanged } from './policy.ts'
import { presentComment } from './present.ts'
import { saveCommentBody } from './queries.ts'

interface EditCommentCommand {
  actor: Actor
  commentId: string
  input: UpdateComment
  correlationId: string
}

/** Says it in other words. Who is named only now is told, as if it had been said so at once. */
export async function editComment(
  db: Db,
  { actor, commentId, input, correlationId }: EditCommentCommand,
): Promise<void> {
  const command = { actor, commentId, may: canEditComment, correlationId }
  await changeComment(db, command, async (tx, comment) => {
    if (comment.version !== input.version) throw commentChanged(presentComment(actor, comment))
    if (comment.body === input.body) return undefined
    await saveCommentBody(tx, commentId, input.body)
    const before = new Set(mentionedIds(comment.body))
    const mentioned_ids = mentionedIds(input.body).filter((id) => !before.has(id))
    return { change: 'edited', mentioned_ids }
  })
}
