import type { Call } from './send.ts'
import { type Build, on, onProject, onTask } from './target.ts'
import type { World } from './world.ts'

/** A comment of CTo's on a task of A1. */
const onComment =
  (call: (id: string) => Call): Build =>
  async (world) => {
    const { task } = await world.addA1()
    const path = `/tasks/${task.id}/comments`
    const body = { body: 'The vendor has answered.' }
    const { id } = await world.make('project', { method: 'POST', path, body }, world.owner)
    return on(call, id)
  }

/** A PNG of one pixel. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** As a browser sends a file. */
const upload = (taskId: string): Call => {
  const form = new FormData()
  form.set('file', new File([pixel], 'rack.png'))
  return { method: 'POST', path: `/tasks/${taskId}/attachments`, form }
}

/** A file that CTo put beside a task of A1. */
const onAttachment =
  (call: (id: string) => Call): Build =>
  async (world) => {
    const { task } = await world.addA1()
    const { id } = await world.make('project', upload(task.id), world.owner)
    return on(call, id)
  }

async function addTwo(world: World) {
  const { project, task } = await world.addA1()
  return { task, other: await world.addTask(project.id) }
}

const relate = (taskId: string, otherId: string): Call => ({
  method: 'POST',
  path: `/tasks/${taskId}/relations`,
  body: { task_id: otherId, kind: 'duplicates' },
})

/** What people say about tasks and put beside them. */
export const discussionCalls: Record<string, Build> = {
  P22: onComment((id) => ({
    method: 'PATCH',
    path: `/comments/${id}`,
    body: { body: 'The vendor has not answered.', version: 1 },
  })),
  P23: onComment((id) => ({ method: 'DELETE', path: `/comments/${id}` })),
  P25: onTask((id) => ({ method: 'GET', path: `/tasks/${id}/activity` })),
  P26: onTask(upload),
  P27: onAttachment((id) => ({ method: 'GET', path: `/attachments/${id}` })),
  P28: onAttachment((id) => ({ method: 'DELETE', path: `/attachments/${id}` })),
  XD01: onComment((id) => ({ method: 'PUT', path: `/comments/${id}/reactions/eyes` })),
  XD02: onComment((id) => ({ method: 'DELETE', path: `/comments/${id}/reactions/eyes` })),
  XD03: onTask((id) => ({ method: 'GET', path: `/tasks/${id}/attachments` })),
  XD04: onAttachment((id) => ({ method: 'GET', path: `/attachments/${id}/thumbnail` })),
  XD05: onTask((id) => ({ method: 'GET', path: `/tasks/${id}/relations` })),
  XD06: async (world) => {
    const { task, other } = await addTwo(world)
    return on((id) => relate(id, other.id), task.id)
  },
  XD07: async (world) => {
    const { task, other } = await addTwo(world)
    const { id } = await world.make('project', relate(task.id, other.id))
    return on((relation) => ({ method: 'DELETE', path: `/relations/${relation}` }), id)
  },
  XD08: onTask((id) => ({ method: 'GET', path: `/tasks/${id}/watchers` })),
  XD09: onTask((id) => ({ method: 'PUT', path: `/tasks/${id}/watch` })),
  XD10: onTask((id) => ({ method: 'DELETE', path: `/tasks/${id}/watch` })),
  XD11: onTask((id) => ({ method: 'GET', path: `/tasks/${id}/hierarchy` })),
  XD12: onProject((id) => ({ method: 'GET', path: `/projects/${id}/activity` })),
}
