import type { Tx } from '@milepost/db-schemas/database'
import type { Task } from '@milepost/db-schemas/tasks'
import { addToChildCounts, findTask, type TaskRow } from './queries.ts'

type Child = Pick<Task, 'parent_task_id' | 'status'>

/**
 * Keeps the parents' counts of their subtasks when one comes, goes, is finished or changes its parent;
 * undefined is a task that is not there. Answers the parents whose cards show something else now.
 */
export async function countSubtask(
  tx: Tx,
  before: Child | undefined,
  after: Child | undefined,
): Promise<TaskRow[]> {
  const [from, to] = [before?.parent_task_id ?? null, after?.parent_task_id ?? null]
  const [wasDone, isDone] = [before?.status === 'done', after?.status === 'done']
  const changes =
    from === to
      ? [{ parentId: to, total: 0, done: Number(isDone) - Number(wasDone) }]
      : [
          { parentId: from, total: -1, done: -Number(wasDone) },
          { parentId: to, total: 1, done: Number(isDone) },
        ]

  const parents: TaskRow[] = []
  for (const { parentId, total, done } of changes) {
    if (parentId === null || (total === 0 && done === 0)) continue
    await addToChildCounts(tx, parentId, { total, done })
    const parent = await findTask(tx, parentId)
    if (parent) parents.push(parent)
  }
  return parents
}
