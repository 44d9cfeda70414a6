import type { Task } from '@milepost/db-schemas/tasks'
import { conflict, invalidRequest } from '@milepost/service-kit/problem'

/** Levels of a work breakdown, the topmost task being the first, unless an operator says otherwise. */
export const levelsMax = 20

/** Whatever an operator says. An index entry holds some 200. */
export const levelsHardMax = 100

/** LTREE labels take no dashes. */
const labelOf = (taskId: string) => taskId.replaceAll('-', '')

const levelsOf = (path: string) => path.split('.').length

/** Ids from the topmost ancestor down to this task. */
export const pathUnder = (parent: Pick<Task, 'path'> | undefined, taskId: string) =>
  parent ? `${parent.path}.${labelOf(taskId)}` : labelOf(taskId)

/** Throws 409 when the parent is the task itself or below it, and 400 when the tree would be too deep. */
export function refuseBadParent(
  parent: Pick<Task, 'path'> | undefined,
  { taskId, levels, max = levelsMax }: { taskId: string; levels: number; max?: number | undefined },
): void {
  if (!parent) return
  if (parent.path.split('.').includes(labelOf(taskId))) {
    throw conflict('task-cycle', 'A task cannot be a part of itself.')
  }
  if (levelsOf(parent.path) + levels > max) {
    throw invalidRequest([
      { pointer: '#/parent_task_id', detail: `A breakdown has at most ${max} levels.` },
    ])
  }
}
