import { on } from '@milepost/service-kit/reaction'
import { taskStatusChanged } from '@milepost/shared-events/task-events'
import { applyTaskCredit } from './apply-task-credit.ts'

/** A task that is not done after all no longer counts, in the week it was counted in. */
export const takeBackReopenedTask = on(taskStatusChanged, async (event, tx) => {
  if (event.previous_status !== 'done' || event.new_status === 'done') return
  await applyTaskCredit(tx, {
    task_id: event.task_id,
    task_version: event.version,
    credit: null,
  })
})
