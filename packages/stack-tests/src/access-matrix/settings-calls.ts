import { type Build, get, on, onProject } from './target.ts'
import type { World } from './world.ts'

const addCategory = (world: World) =>
  world.make('project', {
    method: 'POST',
    path: '/categories',
    body: { name: `Category ${world.key()}` },
  })

export const settingsCalls: Record<string, Build> = {
  XS01: onProject((id) => ({ method: 'GET', path: `/projects/${id}/settings` })),
  XS02: onProject((id) => ({ method: 'GET', path: `/projects/${id}/health-history` })),
  XS03: get('/projects/favourites'),
  XS04: onProject((id) => ({ method: 'PUT', path: `/projects/${id}/favourite` })),
  XS05: onProject((id) => ({ method: 'DELETE', path: `/projects/${id}/favourite` })),
  XS06: get('/categories'),
  XS07: async (world) => ({
    call: {
      method: 'POST',
      path: '/categories',
      body: { name: `Category ${world.key()}` },
    },
  }),
  XS08: async (world) =>
    on(
      (id) => ({
        method: 'PATCH',
        path: `/categories/${id}`,
        body: { description: 'Routers and links' },
      }),
      (await addCategory(world)).id,
    ),
  XS09: async (world) =>
    on((id) => ({ method: 'DELETE', path: `/categories/${id}` }), (await addCategory(world)).id),
  XS10: onProject((id) => ({ method: 'GET', path: `/projects/${id}/assets` })),
  XS11: onProject((id) => ({ method: 'GET', path: `/projects/${id}/assets/burn-up` })),
  XS12: onProject((id) => ({
    method: 'POST',
    path: `/projects/${id}/assets/import`,
    body: { csv: 'reference\napp-01\n' },
  })),
}
