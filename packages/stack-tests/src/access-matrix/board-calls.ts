import { z } from 'zod'
import { type Build, on, onProject } from './target.ts'
import type { World } from './world.ts'

const columnsSchema = z.object({
  items: z.array(z.object({ id: z.uuid(), name: z.string() })),
})

/** A project of team A with one column more. */
async function addColumn(world: World) {
  const { project } = await world.addA1()
  const { items } = columnsSchema.parse(
    await world.ask('project', {
      method: 'POST',
      path: `/projects/${project.id}/columns`,
      body: { name: 'In test', status: 'in_progress' },
    }),
  )
  const added = items.find(({ name }) => name === 'In test')
  if (!added) throw new Error('the column was not added')
  return { project, added, ids: items.map(({ id }) => id) }
}

export const boardCalls: Record<string, Build> = {
  XB01: onProject((id) => ({
    method: 'POST',
    path: `/projects/${id}/columns`,
    body: { name: 'In test', status: 'in_progress' },
  })),
  XB02: async (world) => {
    const { project, ids } = await addColumn(world)
    return on(
      (id) => ({
        method: 'PUT',
        path: `/projects/${id}/columns/order`,
        body: { column_ids: ids.toReversed() },
      }),
      project.id,
    )
  },
  XB03: async (world) =>
    on(
      (id) => ({ method: 'PATCH', path: `/columns/${id}`, body: { wip_limit: 4 } }),
      (await addColumn(world)).added.id,
    ),
  XB04: async (world) =>
    on((id) => ({ method: 'DELETE', path: `/columns/${id}` }), (await addColumn(world)).added.id),
}
