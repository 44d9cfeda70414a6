import type { CreateTask, Kanban, KanbanColumnView, TaskView } from '@milepost/api-contracts/tasks'
import type { QueryClient } from '@tanstack/react-query'
import { columnOf } from './board.ts'
import { boardOutdated, cardArrived } from './kanban-query.ts'
import { sendMove, sendTask } from './task-api.ts'

/** Adds a task at the end of a column, and resolves once the board has it. */
export async function addTask(
  client: QueryClient,
  board: Kanban,
  column: KanbanColumnView,
  title: string,
  idempotencyKey: string,
): Promise<TaskView> {
  const status = column.status as CreateTask['status']
  const added = await sendTask(
    board.project_id,
    { title, status, priority: 'medium' },
    idempotencyKey,
  )
  // A new task enters the first column of its status.
  if (columnOf(board, { status })?.id !== column.id) {
    const after_id = column.tasks.at(-1)?.id ?? null
    const move = { status, column_id: column.id, after_id, before_id: null }
    const { task } = await sendMove(added.id, { ...move, version: added.version })
    cardArrived(client, board.project_id, task)
  }
  await boardOutdated(client, board.project_id)
  return added
}
