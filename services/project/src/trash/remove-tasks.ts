import type { Tx } from '@milepost/db-schemas/database'
import { outbox, type ProjectProgress } from '@milepost/db-schemas/projects'
import { taskDeleted } from '@milepost/shared-events/task-events'
import { addActivities, announce, recountSubtasks } from '#change-sets/queries.ts'
import { type BoardState, type Cause, updatedEvent } from '#tasks/announce.ts'
import { findTasks, type TaskRow } from '#tasks/queries.ts'
import { settle } from '#tasks/settle.ts'
import { type RemovedTask, removeSubtrees } from './queries.ts'

interface RemoveCommand {
  /** As the board was locked. */
  progress: ProjectProgress
  cause: Cause
  /** Of one project. One that is below another goes with it. */
  tasks: readonly TaskRow[]
  now: Date
}

const labelOf = (id: string) => id.replaceAll('-', '')

/** Hides tasks and their subtasks. The rows stay: booked hours refer to them. Answers the topmost ones. */
export async function removeTasks(
  tx: Tx,
  { progress, cause, tasks, now }: RemoveCommand,
): Promise<RemovedTask[]> {
  const labels = new Set(tasks.map(({ id }) => labelOf(id)))
  const isBelowAnother = ({ id, path }: TaskRow) =>
    path.split('.').some((label) => label !== labelOf(id) && labels.has(label))
  const roots = tasks.filter((task) => !isBelowAnother(task))

  const removed = await removeSubtrees(
    tx,
    roots.map(({ id }) => id),
    now,
  )
  const parentIds = roots.map(({ parent_task_id }) => parent_task_id).filter((id) => id !== null)
  await recountSubtasks(tx, parentIds)
  const parents = await findTasks(tx, parentIds)

  const about = {
    correlation_id: cause.correlationId,
    actor_user_id: cause.actorId,
    project_id: progress.project_id,
  }
  const events = await settle(tx, {
    ...{ progress, before: undefined, after: undefined, treeChanged: true },
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
  await addActivities(
    tx,
    removed.map(({ id }) => ({ ...about, task_id: id, kind: 'deleted' as const, changes: {} })),
  )
  await announce(tx, outbox, events)
  return removed.filter(({ depth }) => depth === 0)
}
