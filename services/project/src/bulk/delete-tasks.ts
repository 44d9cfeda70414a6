import type { BulkDelete, BulkResult } from '@milepost/api-contracts/list'
import type { Db } from '@milepost/db-schemas/database'
import { admit } from '@milepost/service-kit/admit'
import type { Actor } from '@milepost/service-kit/authentication'
import { addChangeSet } from '#change-sets/add-change-set.ts'
import { canDeleteTask } from '#tasks/policy.ts'
import { lockBoard } from '#tasks/queries.ts'
import { taskPolicy } from '#tasks/refusals.ts'
import { removeTasks } from '#trash/remove-tasks.ts'
import { findChosen } from './find-chosen.ts'

interface DeleteTasksCommand {
  actor: Actor
  projectId: string
  input: BulkDelete
  correlationId: string
  now: Date
}

/** Puts many tasks of a project into the trash, with one undo for all. */
export async function deleteTasks(
  db: Db,
  { actor, projectId, input, correlationId, now }: DeleteTasksCommand,
): Promise<BulkResult> {
  return db.transaction(async (tx) => {
    const progress = await lockBoard(tx, projectId)
    const chosen = await findChosen(tx, { actor, projectId, tasks: input.tasks })
    for (const task of chosen) admit(actor, task, { ...taskPolicy, may: canDeleteTask })

    const cause = { actorId: actor.id, correlationId }
    const removed = await removeTasks(tx, { progress, cause, tasks: chosen, now })
    const changes = removed.map(({ id, version }) => ({
      ...{ task_id: id, version, before: {}, after: null },
    }))
    return {
      change_set_id: await addChangeSet(tx, {
        ...{ projectId, actorId: actor.id, kind: 'bulk_delete', changes },
      }),
      changed: chosen.length,
    }
  })
}
