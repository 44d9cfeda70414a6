import type { Db } from '@milepost/db-schemas/database'
import { admit } from '@milepost/service-kit/admit'
import type { Actor } from '@milepost/service-kit/authentication'
import { canDeleteTask } from '#tasks/policy.ts'
import { findTask, lockBoard, type TaskRow } from '#tasks/queries.ts'
import { taskPolicy } from '#tasks/refusals.ts'
import { findTrashedTask } from './queries.ts'
import { restoreTasks } from './restore-tasks.ts'

interface RestoreTaskCommand {
  actor: Actor
  task: { id: string; project_id: string }
  correlationId: string
}

/** Takes a task out of the trash, with the subtasks that went there with it. */
export async function restoreTask(
  db: Db,
  { actor, task, correlationId }: RestoreTaskCommand,
): Promise<TaskRow> {
  return db.transaction(async (tx) => {
    const progress = await lockBoard(tx, task.project_id)
    const trashed = await findTrashedTask(tx, task.id)
    const { id } = admit(actor, trashed, { ...taskPolicy, may: canDeleteTask })
    const cause = { actorId: actor.id, correlationId }
    await restoreTasks(tx, { progress, cause, tasks: [{ id }] })
    const restored = await findTask(tx, id)
    if (!restored) throw new Error(`task ${id} vanished while it was restored`)
    return restored
  })
}
