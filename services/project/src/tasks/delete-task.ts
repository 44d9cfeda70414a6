import type { Db } from '@milepost/db-schemas/database'
import { admit } from '@milepost/service-kit/admit'
import type { Actor } from '@milepost/service-kit/authentication'
import { removeTasks } from '#trash/remove-tasks.ts'
import { canDeleteTask } from './policy.ts'
import { presentTask } from './present.ts'
import { findTask, lockBoard } from './queries.ts'
import { taskChanged, taskPolicy } from './refusals.ts'

interface DeleteTaskCommand {
  actor: Actor
  task: { id: string; project_id: string }
  /** The version the caller saw. */
  version: number
  correlationId: string
  now: Date
}

/** Puts a task and its subtasks into the trash. */
export async function deleteTask(
  db: Db,
  { actor, task, version, correlationId, now }: DeleteTaskCommand,
): Promise<void> {
  await db.transaction(async (tx) => {
    const progress = await lockBoard(tx, task.project_id)
    const found = await findTask(tx, task.id)
    const before = admit(actor, found, { ...taskPolicy, may: canDeleteTask })
    if (version !== before.version) throw taskChanged(presentTask(actor, before))
    const cause = { actorId: actor.id, correlationId }
    await removeTasks(tx, { progress, cause, tasks: [before], now })
  })
}
