import type { Tx } from '@milepost/db-schemas/database'
import type { ProjectProgress } from '@milepost/db-schemas/projects'
import type { Cause } from '#tasks/announce.ts'
import type { TaskRow } from '#tasks/queries.ts'
import { freeRanks } from './free-ranks.ts'
import { listColumnIds } from './queries.ts'
import type { RecordedChange } from './recorded-change.ts'
import { saveTasks } from './save-tasks.ts'
import { fromJson } from './task-fields.ts'

interface RestoreCommand {
  progress: ProjectProgress
  cause: Cause
  pairs: readonly { task: TaskRow; change: RecordedChange }[]
}

/** Gives tasks the fields they had; a card whose place was taken since comes to the end of its column. */
export async function restoreFields(
  tx: Tx,
  { progress, cause, pairs }: RestoreCommand,
): Promise<void> {
  const former = pairs.map(({ task, change }) => ({
    task,
    after: { ...task, ...fromJson(change.before ?? {}) },
    placed: change.before !== null && 'rank' in change.before,
  }))
  const placed = former.filter((one) => one.placed).map(({ after }) => after)
  const ranks = await freeRanks(tx, progress.project_id, placed)
  const columns = new Set(await listColumnIds(tx, progress.project_id))
  await saveTasks(tx, {
    ...{ progress, cause },
    changes: former.map(({ task, after }) => ({
      before: task,
      after: {
        ...after,
        rank: ranks.get(task.id) ?? after.rank,
        // A column that is gone stands no longer for anything; the first of the status does.
        column_id:
          after.column_id !== null && columns.has(after.column_id) ? after.column_id : null,
      },
    })),
  })
}
