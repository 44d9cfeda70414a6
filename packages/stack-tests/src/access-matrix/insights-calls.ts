import { v7 as uuidv7 } from 'uuid'
import { type Build, get, on, onProject, still } from './target.ts'

export const insightsCalls: Record<string, Build> = {
  I01: async (world) => {
    const { project } = await world.addA1()
    return {
      call: { method: 'POST', path: '/insights/analyze', body: { project_id: project.id } },
      missing: { method: 'POST', path: '/insights/analyze', body: { project_id: uuidv7() } },
    }
  },
  I02: async (world) => {
    const { project } = await world.addA1()
    const analysis = await world.make('insights', {
      method: 'POST',
      path: '/insights/analyze',
      body: { project_id: project.id },
    })
    return on((id) => ({ method: 'GET', path: `/insights/analyze/${id}` }), analysis.id)
  },
  I03: onProject((id) => ({ method: 'GET', path: `/insights/projects/${id}/summary` })),
  I04: onProject((id) => ({ method: 'GET', path: `/insights/projects/${id}/risks` })),
  I05: onProject((id) => ({ method: 'GET', path: `/insights/projects/${id}/progress-insights` })),
  I07: still({ method: 'POST', path: '/insights/portfolio/analyze', body: {} }),
  I08: get('/insights/portfolio/latest'),
}
