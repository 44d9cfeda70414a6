import type { Tx } from '@milepost/db-schemas/database'
import { projects } from '@milepost/db-schemas/projects'
import { eq } from 'drizzle-orm'
import type { Cause } from '#tasks/announce.ts'
import { lockBoard } from '#tasks/queries.ts'
import { readSchedule } from './read-schedule.ts'
import { saveMoves } from './save-moves.ts'
import { workOut } from './work-out.ts'

interface Changed {
  projectId: string
  /** The task whose dates are other ones now. */
  taskId: string
  cause: Cause
}

/**
 * Moves what follows from a task's new dates, where the project's mode says that it moves: this task too,
 * when its dates break a link. Call it with the board locked and the change saved. Answers the tasks moved.
 */
export async function moveFollowers(
  tx: Tx,
  { projectId, taskId, cause }: Changed,
): Promise<string[]> {
  const [project] = await tx
    .select({ mode: projects.scheduling_mode })
    .from(projects)
    .where(eq(projects.id, projectId))
  if (project?.mode !== 'push' && project?.mode !== 'strict') return []

  const { rows, frame } = await readSchedule(tx, projectId)
  const { moves } = workOut({ rows, frame, asked: [], changedIds: [taskId] })
  if (moves.length === 0) return []
  const progress = await lockBoard(tx, projectId)
  await saveMoves(tx, { progress, cause, moves })
  return moves.map(({ task_id }) => task_id)
}
