import type { Tx } from '@milepost/db-schemas/database'
import { outbox } from '@milepost/db-schemas/projects'
import { admit } from '@milepost/service-kit/admit'
import type { Actor } from '@milepost/service-kit/authentication'
import { appendToOutbox } from '@milepost/service-kit/outbox'
import { commentCreated } from '@milepost/shared-events/task-events'
import { canComment } from '#tasks/policy.ts'
import { addActivity, findTask } from '#tasks/queries.ts'
import { taskPolicy } from '#tasks/refusals.ts'
import { addCommentRow, type CommentRow, findComment } from './queries.ts'

interface AddCommentCommand {
  actor: Actor
  taskId: string
  body: string
  correlationId: string
}

/** Says something about a task. */
export async function addComment(
  tx: Tx,
  { actor, taskId, body, correlationId }: AddCommentCommand,
): Promise<CommentRow> {
  const task = admit(actor, await findTask(tx, taskId), { ...taskPolicy, may: canComment })
  const comment_id = await addCommentRow(tx, { task_id: taskId, author_id: actor.id, body })
  const about = {
    correlation_id: correlationId,
    actor_user_id: actor.id,
    project_id: task.project_id,
    task_id: taskId,
  }
  await addActivity(tx, { ...about, kind: 'commented', changes: {} })
  await appendToOutbox(
    tx,
    outbox,
    commentCreated.create({ ...about, comment_id, author_id: actor.id }),
  )
  const added = await findComment(tx, comment_id)
  if (!added) throw new Error('a comment vanished while it was added')
  return added
}
