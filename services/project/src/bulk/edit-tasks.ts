import type { BulkEdit, BulkResult } from '@milepost/api-contracts/list'
import type { Db } from '@milepost/db-schemas/database'
import { admit } from '@milepost/service-kit/admit'
import type { Actor } from '@milepost/service-kit/authentication'
import { addChangeSet } from '#change-sets/add-change-set.ts'
import { saveTasks } from '#change-sets/save-tasks.ts'
import { refuseReversedDates, taskDates } from '#date-order.ts'
import { canSeeTask, canUpdateFields } from '#tasks/policy.ts'
import { lockBoard } from '#tasks/queries.ts'
import { applyBulkChange, fieldsOf } from './bulk-change.ts'
import { findChosen } from './find-chosen.ts'
import { rankEntered } from './rank-entered.ts'
import { readBulkReferences } from './references.ts'

interface EditTasksCommand {
  actor: Actor
  projectId: string
  input: BulkEdit
  correlationId: string
  now: Date
}

/** Changes many tasks of a project in the same way: all of them or none, and one undo for all. */
export async function editTasks(
  db: Db,
  { actor, projectId, input, correlationId, now }: EditTasksCommand,
): Promise<BulkResult> {
  return db.transaction(async (tx) => {
    const progress = await lockBoard(tx, projectId)
    const chosen = await findChosen(tx, { actor, projectId, tasks: input.tasks })
    const fields = fieldsOf(input.set)
    for (const task of chosen) {
      admit(actor, task, {
        see: canSeeTask,
        may: (who, found) => canUpdateFields(who, found, fields),
        missing: 'There is no such task.',
      })
    }
    const teamId = chosen[0]?.team_id ?? ''
    await readBulkReferences(tx, { set: input.set, project: { id: projectId, team_id: teamId } })

    const edited = chosen.map((task) => ({
      before: task,
      after: applyBulkChange(task, input.set, now),
    }))
    for (const { after } of edited) {
      refuseReversedDates({ after, given: input.set, fields: taskDates, at: '#/set' })
    }
    const changes = await rankEntered(tx, projectId, edited)
    const cause = { actorId: actor.id, correlationId }
    const recorded = await saveTasks(tx, { progress, cause, changes })
    return {
      change_set_id: await addChangeSet(tx, {
        ...{ projectId, actorId: actor.id, kind: 'bulk_edit', changes: recorded },
      }),
      changed: recorded.length,
    }
  })
}
