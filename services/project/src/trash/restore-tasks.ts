import type { Tx } from '@milepost/db-schemas/database'
import { outbox, type ProjectProgress } from '@milepost/db-schemas/projects'
import { taskCreated } from '@milepost/shared-events/task-events'
import { freeRanks } from '#change-sets/free-ranks.ts'
import { addActivities, announce, recountSubtasks } from '#change-sets/queries.ts'
import { presentRow } from '#list/present-row.ts'
import { type BoardState, type Cause, updatedEvent } from '#tasks/announce.ts'
import { presentCard } from '#tasks/present.ts'
import { findTasks } from '#tasks/queries.ts'
import { settle } from '#tasks/settle.ts'
import { moveSubtree } from '#tasks/subtree-queries.ts'
import { pathUnder } from '#tasks/tree.ts'
import { type DeletedTask, listDeletedWith, restoreRows } from './queries.ts'

interface RestoreCommand {
  /** As the board was locked. */
  progress: ProjectProgress
  cause: Cause
  /** Of one project, each deleted by itself. */
  tasks: readonly { id: string }[]
}

/**
 * Brings deleted tasks back with exactly what their deletion took along. One whose parent is no longer
 * there comes back at the top level, one whose place was taken at the end of its column.
 */
export async function restoreTasks(
  tx: Tx,
  { progress, cause, tasks }: RestoreCommand,
): Promise<void> {
  const { project_id: projectId } = progress
  const rows = await listDeletedWith(
    tx,
    tasks.map(({ id }) => id),
  )
  const orphans = await listOrphans(tx, rows)
  for (const orphan of orphans.values()) {
    await moveSubtree(tx, orphan, pathUnder(undefined, orphan.id))
  }
  const ranks = await freeRanks(tx, projectId, rows)
  await restoreRows(
    tx,
    rows.map(({ id, rank, parent_task_id }) => ({
      id,
      rank: ranks.get(id) ?? rank,
      parent_task_id: orphans.has(id) ? null : parent_task_id,
    })),
  )

  const restoredIds = rows.map(({ id }) => id)
  const parentIds = rows.map(({ parent_task_id }) => parent_task_id).filter((id) => id !== null)
  await recountSubtasks(tx, parentIds)
  const found = await findTasks(tx, [...restoredIds, ...parentIds])
  const rowOf = new Map(found.map((row) => [row.id, row]))
  const restored = restoredIds.flatMap((id) => rowOf.get(id) ?? [])
  const parents = found.filter(({ id }) => !restoredIds.includes(id))

  const about = {
    correlation_id: cause.correlationId,
    actor_user_id: cause.actorId,
    project_id: projectId,
  }
  const events = await settle(tx, {
    ...{ progress, before: undefined, after: undefined, treeChanged: true },
    changes: [
      ...restored.map((task) => (board: BoardState) => [
        taskCreated.create({
          ...{
            ...about,
            task_id: task.id,
            version: task.version,
            card: presentCard(task),
            row: presentRow(task),
          },
          board_version: board.board_version,
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
    restored.map(({ id }) => ({ ...about, task_id: id, kind: 'restored' as const, changes: {} })),
  )
  await announce(tx, outbox, events)
}

/** Those whose parent neither stands nor comes back with them. */
async function listOrphans(
  tx: Tx,
  rows: readonly DeletedTask[],
): Promise<Map<string, DeletedTask>> {
  const parentIds = rows.map(({ parent_task_id }) => parent_task_id).filter((id) => id !== null)
  const standing = await findTasks(tx, parentIds)
  const there = new Set([...standing, ...rows].map(({ id }) => id))
  const orphans = rows.filter(
    ({ parent_task_id }) => parent_task_id !== null && !there.has(parent_task_id),
  )
  return new Map(orphans.map((row) => [row.id, row]))
}
