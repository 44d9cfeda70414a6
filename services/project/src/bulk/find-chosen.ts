import type { Tx } from '@milepost/db-schemas/database'
import type { Actor } from '@milepost/service-kit/authentication'
import { conflict, unknownReference } from '@milepost/service-kit/problem'
import { presentTask } from '#tasks/present.ts'
import { findTasks, type TaskRow } from '#tasks/queries.ts'

interface Chosen {
  actor: Actor
  projectId: string
  tasks: readonly { task_id: string; version: number }[]
}

/**
 * The tasks that were chosen, in that order. Throws 422 for one that is not of this project, whether or
 * not it exists elsewhere, and 409 naming those that somebody changed since.
 */
export async function findChosen(tx: Tx, { actor, projectId, tasks }: Chosen): Promise<TaskRow[]> {
  const rows = await findTasks(
    tx,
    tasks.map(({ task_id }) => task_id),
  )
  const rowOf = new Map(rows.map((row) => [row.id, row]))
  const found = tasks.map(({ task_id, version }, index) => {
    const task = rowOf.get(task_id)
    if (task?.project_id !== projectId) throw unknownReference(`#/tasks/${index}/task_id`)
    return { task, version }
  })
  const changed = found.filter(({ task, version }) => task.version !== version)
  if (changed.length > 0) throw tasksChanged(actor, changed)
  return found.map(({ task }) => task)
}

const namedMax = 5

function tasksChanged(actor: Actor, changed: readonly { task: TaskRow }[]) {
  const current = changed.map(({ task }) => presentTask(actor, task))
  const names = current.slice(0, namedMax).map(({ key }) => key)
  const more = current.length > namedMax ? ` and ${current.length - namedMax} more` : ''
  const detail = `Someone changed these tasks meanwhile, so nothing was done: ${names.join(', ')}${more}.`
  return conflict('task-changed', detail, { tasks: current.slice(0, 50) })
}
