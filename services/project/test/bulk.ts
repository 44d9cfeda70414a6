import type { Db } from '@milepost/db-schemas/database'
import { projectProgress } from '@milepost/db-schemas/projects'
import { tasks } from '@milepost/db-schemas/tasks'
import type { Actor } from '@milepost/service-kit/authentication'
import { and, asc, eq, isNull } from 'drizzle-orm'
import { addProject, addTask, type openService } from '#test/harness.ts'

export type Chosen = { id: string; project_id: string; version: number }

type Send = Awaited<ReturnType<typeof openService>>['send']

const named = (chosen: readonly Chosen[]) =>
  chosen.map(({ id, version }) => ({ task_id: id, version }))

/** Calls about many tasks at once; the manager's, unless another actor makes them. */
export const bulkCalls = (send: Send, manager: Actor) => ({
  edit: (chosen: readonly Chosen[], set: object, actor = manager) =>
    send(actor, {
      method: 'POST',
      url: `/projects/${chosen[0]?.project_id}/tasks/bulk`,
      body: { tasks: named(chosen), set },
    }),
  remove: (chosen: readonly Chosen[], actor = manager) =>
    send(actor, {
      method: 'POST',
      url: `/projects/${chosen[0]?.project_id}/tasks/bulk-delete`,
      body: { tasks: named(chosen) },
    }),
  undo: (changeSetId: string, actor = manager) =>
    send(actor, { method: 'POST', url: `/change-sets/${changeSetId}/undo` }),
})

/** Tasks of a project of their own. */
export async function addTasks(db: Db, count: number, fields: Parameters<typeof addTask>[1] = {}) {
  const { id: project_id } = await addProject(db)
  const added = []
  for (let task = 0; task < count; task++) added.push(await addTask(db, { project_id, ...fields }))
  return { project_id, added }
}

/** Everything of a project's tasks but what counts changes. */
export async function pictureOf(db: Db, projectId: string) {
  const rows = await db
    .select()
    .from(tasks)
    .where(and(eq(tasks.project_id, projectId), isNull(tasks.deleted_at)))
    .orderBy(asc(tasks.number))
  return rows.map(({ version, updated_at, ...row }) => row)
}

export async function totalsOf(db: Db, projectId: string) {
  const [row] = await db
    .select()
    .from(projectProgress)
    .where(eq(projectProgress.project_id, projectId))
  return row
}
