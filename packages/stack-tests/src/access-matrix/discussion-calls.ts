import type { Call } from './send.ts'
import { type Build, on } from './target.ts'

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

/** What people say about tasks and put beside them. */
export const discussionCalls: Record<string, Build> = {
  P22: onComment((id) => ({
    method: 'PATCH',
    path: `/comments/${id}`,
    body: { body: 'The vendor has not answered.', version: 1 },
  })),
  P23: onComment((id) => ({ method: 'DELETE', path: `/comments/${id}` })),
  XD01: onComment((id) => ({ method: 'PUT', path: `/comments/${id}/reactions/eyes` })),
  XD02: onComment((id) => ({ method: 'DELETE', path: `/comments/${id}/reactions/eyes` })),
}
