import { z } from 'zod'
import type { Call } from './send.ts'
import { type Build, on, onProject } from './target.ts'

const madeSchema = z.looseObject({ change_set_id: z.uuid() })

const bulk =
  (set: object): Build =>
  async (world) => {
    const { project, task } = await world.addA1()
    const body = { tasks: [{ task_id: task.id, version: 1 }], set }
    return on((id) => ({ method: 'POST', path: `/projects/${id}/tasks/bulk`, body }), project.id)
  }

/** Lists of tasks: many at once, views, the trash, search. */
export const listCalls: Record<string, Build> = {
  XL01: async (world) => {
    const { project, task } = await world.addA1()
    const edit: Call = {
      method: 'POST',
      path: `/projects/${project.id}/tasks/bulk`,
      body: { tasks: [{ task_id: task.id, version: 1 }], set: { priority: 'urgent' } },
    }
    const { change_set_id } = madeSchema.parse(await world.ask('project', edit))
    return on((id) => ({ method: 'POST', path: `/change-sets/${id}/undo` }), change_set_id)
  },
  XL02: bulk({ priority: 'urgent' }),
  XL03: bulk({ completion_percentage: 40 }),
  XL04: async (world) => {
    const { project, task } = await world.addA1()
    const body = { tasks: [{ task_id: task.id, version: 1 }] }
    return on(
      (id) => ({ method: 'POST', path: `/projects/${id}/tasks/bulk-delete`, body }),
      project.id,
    )
  },
  XL05: onProject((id) => ({ method: 'GET', path: `/projects/${id}/trash` })),
  XL06: async (world) => {
    const { task } = await world.addA1()
    await world.ask('project', {
      method: 'DELETE',
      path: `/tasks/${task.id}`,
      headers: { 'if-match': '"1"' },
    })
    return on((id) => ({ method: 'POST', path: `/tasks/${id}/restore` }), task.id)
  },
}
