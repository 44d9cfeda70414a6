import type { CommentView } from '@milepost/api-contracts/tasks'
import type { CommentRow } from './queries.ts'

export const presentComment = (comment: CommentRow): CommentView => ({
  id: comment.id,
  task_id: comment.task_id,
  author: { id: comment.author_id, display_name: comment.author_name },
  body: comment.body,
  created_at: comment.created_at,
  version: comment.version,
})
