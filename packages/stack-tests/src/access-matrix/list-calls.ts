import { z } from 'zod'
import type { Call } from './send.ts'
import { type Build, get, on, onProject, onTask } from './target.ts'

const madeSchema = z.looseObject({ change_set_id: z.uuid() })

const bulk =
  (set: object): Build =>
  async (world) => {
    const { project, task } = await world.addA1()
    const body = { tasks: [{ task_id: task.id, version: 1 }], set }
    return on((id) => ({ method: 'POST', path: `/projects/${id}/tasks/bulk`, body }), project.id)
  }

/** A view of A1 that CTo keeps. */
const onView =
  (is_shared: boolean, call: (id: string) => Call): Build =>
  async (world) => {
    const { project } = await world.addA1()
    const body = { name: 'Stuck', query: { status: 'blocked' }, is_shared }
    const path = `/projects/${project.id}/views`
    const { id } = await world.make('project', { method: 'POST', path, body }, world.owner)
    return on(call, id)
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
  XL07: onProject((id) => ({ method: 'GET', path: `/projects/${id}/task-rows` })),
  XL08: onProject((id) => ({ method: 'GET', path: `/projects/${id}/views` })),
  XL09: onProject((id) => ({
    method: 'POST',
    path: `/projects/${id}/views`,
    body: { name: 'Stuck', query: { status: 'blocked' } },
  })),
  XL10: onView(true, (id) => ({
    method: 'PATCH',
    path: `/views/${id}`,
    body: { name: 'Late', version: 1 },
  })),
  XL11: onView(true, (id) => ({
    method: 'DELETE',
    path: `/views/${id}`,
    headers: { 'if-match': '"1"' },
  })),
  XL12: onView(false, (id) => ({
    method: 'PATCH',
    path: `/views/${id}`,
    body: { name: 'Late', version: 1 },
  })),
  XL13: onTask((id) => ({ method: 'GET', path: `/tasks/${id}/assignee-suggestions` })),
  XL14: onTask((id) => ({ method: 'GET', path: `/tasks/${id}/skills` })),
  XL15: onTask((id) => ({
    method: 'PUT',
    path: `/tasks/${id}/skills`,
    body: { version: 1, skills: [] },
  })),
  XL16: get('/my-work'),
  N03: get('/search?q=Of%20team'),
}
