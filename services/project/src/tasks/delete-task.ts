import type { Db } from '@milepost/db-schemas/database'
import { outbox } from '@milepost/db-schemas/projects'
import { admit } from '@milepost/service-kit/admit'
import type { Actor } from '@milepost/service-kit/authentication'
import { appendToOutbox } from '@milepost/service-kit/outbox'
import { taskDeleted } from '@milepost/shared-events/task-events'
import { type BoardState, updatedEvent } from './announce.ts'
import { countSubtask } from './count-subtask.ts'
import { canDeleteTask } from './policy.ts'
import { presentTask } from './present.ts'
import { addActivity, findTask, lockBoard } from './queries.ts'
import { taskChanged, taskPolicy } from './refusals.ts'
import { settle } from './settle.ts'
import { removeSubtree } from './subtree-queries.ts'

interface DeleteTaskCommand {
  actor: Actor
  task: { id: string; project_id: string }
  /** The version the caller saw; undefined when they did not say. */
  version: number | undefined
  correlationId: string
  now: Date
}

/** Hides a task and its subtasks. The rows stay: booked hours refer to them. */
export async function deleteTask(
  db: Db,
  { actor, task, version, correlationId, now }: DeleteTaskCommand,
): Promise<void> {
  await db.transaction(async (tx) => {
    const progress = await lockBoard(tx, task.project_id)
    const found = await findTask(tx, task.id)
    const before = admit(actor, found, { ...taskPolicy, may: canDeleteTask })
    if (version !== undefined && version !== before.version) {
      throw taskChanged(presentTask(actor, before))
    }
    const removed = await removeSubtree(tx, before, now)
    const parents = await countSubtask(tx, before, undefined)

    const cause = { actorId: actor.id, correlationId }
    const about = {
      correlation_id: correlationId,
      actor_user_id: actor.id,
      project_id: task.project_id,
    }
    const events = await settle(tx, {
      ...{ progress, before, after: undefined },
      treeChanged: parents.length > 0 || removed.length > 1,
      changes: [
        ...removed.map(({ id, version }) => (board: BoardState) => [
          taskDeleted.create({
            ...{ ...about, task_id: id, version, board_version: board.board_version },
            project_completion_percentage: board.completion_percentage,
          }),
        ]),
        ...parents.map((row) => (board: BoardState) => [
          updatedEvent(cause, row, { board, changedFields: ['subtasks'] }),
        ]),
      ],
    })
    await addActivity(
      tx,
      ...removed.map(({ id }) => ({
        ...{ ...about, task_id: id, kind: 'deleted' as const, changes: {} },
      })),
    )
    await appendToOutbox(tx, outbox, ...events)
  })
}
