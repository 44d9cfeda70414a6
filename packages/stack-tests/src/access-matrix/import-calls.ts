import type { Call } from './send.ts'
import { type Build, get, on, onProject, today } from './target.ts'

const file = {
  kind: 'csv',
  file_name: 'plan.csv',
  content: Buffer.from('title\nOrder the racks').toString('base64'),
}
const content = { milestones: [], tasks: [{ ref: 'one', title: 'Order the racks' }], links: [] }
const builtInId = '5b0f5d52-6f0e-4c39-8a6f-2b1f8a3c1001'

/** A template of team A. */
const onTemplate =
  (call: (id: string) => Call): Build =>
  async (world) => {
    const body = { name: 'Rack', team_id: world.teams.A, content }
    const { id } = await world.make('project', { method: 'POST', path: '/templates', body })
    return on(call, id)
  }

const series = { title: 'Check the tapes', fields: {}, rule: 'FREQ=WEEKLY;BYDAY=TU' }

/** A recurring task of A1. */
const onSeries =
  (call: (id: string) => Call): Build =>
  async (world) => {
    const { project } = await world.addA1()
    const body = { ...series, starts_on: today() }
    const path = `/projects/${project.id}/recurring-tasks`
    const { id } = await world.make('project', { method: 'POST', path, body })
    return on(call, id)
  }

const headers = { 'if-match': '"1"' }

/** Files into a project and out of it, templates, and work that comes back. */
export const importCalls: Record<string, Build> = {
  P29: onProject((id) => ({ method: 'GET', path: `/projects/${id}/export` })),
  XI01: onProject((id) => ({
    method: 'POST',
    path: `/projects/${id}/imports/preview`,
    body: file,
  })),
  XI02: onProject((id) => ({ method: 'POST', path: `/projects/${id}/imports`, body: file })),
  XI03: get('/templates'),
  XI04: async (world) => ({
    call: {
      method: 'POST',
      path: '/templates',
      body: { name: 'Rack', team_id: world.teams.A, content },
    },
  }),
  XI05: onTemplate((id) => ({ method: 'GET', path: `/templates/${id}` })),
  XI06: onTemplate((id) => ({
    method: 'PATCH',
    path: `/templates/${id}`,
    body: { version: 1, name: 'Rack and cable' },
  })),
  XI07: onTemplate((id) => ({ method: 'DELETE', path: `/templates/${id}`, headers })),
  XI08: async () => ({
    call: {
      method: 'PATCH',
      path: `/templates/${builtInId}`,
      body: { version: 1, name: 'Mine' },
    },
  }),
  XI09: onProject((id) => ({
    method: 'POST',
    path: `/projects/${id}/save-as-template`,
    body: { name: 'Like A1' },
  })),
  XI10: onProject((id) => ({ method: 'GET', path: `/projects/${id}/recurring-tasks` })),
  XI11: onProject((id) => ({
    method: 'POST',
    path: `/projects/${id}/recurring-tasks`,
    body: { ...series, starts_on: today() },
  })),
  XI12: onSeries((id) => ({
    method: 'PATCH',
    path: `/recurring-tasks/${id}`,
    body: { version: 1, title: 'Check all tapes' },
  })),
  XI13: onSeries((id) => ({ method: 'DELETE', path: `/recurring-tasks/${id}`, headers })),
}
