import type { CommentView } from '@milepost/api-contracts/discussion'
import type { Actor } from '@milepost/service-kit/authentication'
import { canDeleteComment, canEditComment, canReact } from './policy.ts'
import type { CommentRow } from './queries.ts'

export const presentComment = (actor: Actor, comment: CommentRow): CommentView => ({
  id: comment.id,
  task_id: comment.task_id,
  author: { id: comment.author_id, display_name: comment.author_name },
  body: comment.body,
  created_at: comment.created_at,
  edited_at: comment.edited_at,
  reactions: comment.reactions,
  version: comment.version,
  can: {
    edit: canEditComment(actor, comment),
    delete: canDeleteComment(actor, comment),
    react: canReact(actor, comment),
  },
})
