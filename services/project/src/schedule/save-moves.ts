import type { SchedulePreview } from '@milepost/api-contracts/timeline'
import type { Tx } from '@milepost/db-schemas/database'
import type { ProjectProgress } from '@milepost/db-schemas/projects'
import { saveTasks } from '#change-sets/save-tasks.ts'
import type { Cause } from '#tasks/announce.ts'
import { findTasks } from '#tasks/queries.ts'

interface SaveMoves {
  progress: ProjectProgress
  cause: Cause
  moves: SchedulePreview['moves']
}

/** Gives tasks their new dates. Call it with the board locked. Answers what a change set records. */
export async function saveMoves(tx: Tx, { progress, cause, moves }: SaveMoves) {
  const tasks = await findTasks(
    tx,
    moves.map(({ task_id }) => task_id),
  )
  const toOf = new Map(moves.map(({ task_id, to }) => [task_id, to]))
  return saveTasks(tx, {
    ...{ progress, cause },
    changes: tasks.map((task) => ({ before: task, after: { ...task, ...toOf.get(task.id) } })),
  })
}
