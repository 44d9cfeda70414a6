import { v7 as uuidv7 } from 'uuid'
import type { Call } from './send.ts'
import { type Build, get, on, onProject, onTask, today } from './target.ts'

export const projectCalls: Record<string, Build> = {
  P01: get('/projects'),
  P02: async (world) => ({
    call: {
      method: 'POST',
      path: '/projects',
      body: { key: world.key(), name: 'A new project', team_id: world.teams.A },
    },
    missing: {
      method: 'POST',
      path: '/projects',
      body: { key: world.key(), name: 'A new project', team_id: uuidv7() },
    },
  }),
  P03: onProject((id) => ({ method: 'GET', path: `/projects/${id}` })),
  P04: onProject((id) => ({
    method: 'PATCH',
    path: `/projects/${id}`,
    body: { description: 'Changed', version: 1 },
  })),
  P05: onProject((id) => ({ method: 'DELETE', path: `/projects/${id}` })),
  P06: onProject((id) => ({ method: 'GET', path: `/projects/${id}/tasks` })),
  P07: onProject((id) => ({
    method: 'POST',
    path: `/projects/${id}/tasks`,
    body: { title: 'Label the cables' },
  })),
  P08: onTask((id) => ({ method: 'GET', path: `/tasks/${id}` })),
  P09: onTask((id) => ({
    method: 'PATCH',
    path: `/tasks/${id}`,
    body: { completion_percentage: 40, remaining_minutes: 60, version: 1 },
  })),
  P10: onTask((id) => ({
    method: 'PATCH',
    path: `/tasks/${id}`,
    body: { title: 'Renamed', due_date: today(), completion_percentage: 40, version: 1 },
  })),
  P11: onTask((id) => ({ method: 'DELETE', path: `/tasks/${id}`, headers: { 'if-match': '"1"' } })),
  P12: onProject((id) => ({ method: 'GET', path: `/projects/${id}/kanban` })),
  P13: onTask((id) => ({
    method: 'PATCH',
    path: `/tasks/${id}/move`,
    body: { status: 'in_progress', after_id: null, before_id: null, version: 1 },
  })),
  P14: async (world) => {
    const [{ task }, foreign] = [await world.addA1(), await world.addB1()]
    const call = (id: string): Call => ({
      method: 'PATCH',
      path: `/tasks/${id}/move`,
      body: { status: 'in_progress', after_id: foreign.task.id, before_id: null, version: 1 },
    })
    return on(call, task.id)
  },
  P15: onProject((id) => ({ method: 'GET', path: `/projects/${id}/timeline` })),
  P16: onProject((id) => ({ method: 'GET', path: `/projects/${id}/milestones` })),
  P17: onProject((id) => ({
    method: 'POST',
    path: `/projects/${id}/milestones`,
    body: { name: 'Go-live', due_date: today() },
  })),
  P18: async (world) => {
    const { project } = await world.addA1()
    const milestone = await world.make('project', {
      method: 'POST',
      path: `/projects/${project.id}/milestones`,
      body: { name: 'Go-live', due_date: today() },
    })
    return on(
      (id) => ({
        method: 'PATCH',
        path: `/milestones/${id}`,
        body: { name: 'Cut-over', version: 1 },
      }),
      milestone.id,
    )
  },
  P19: get('/portfolio/overview'),
  P20: onTask((id) => ({ method: 'GET', path: `/tasks/${id}/comments` })),
  P21: onTask((id) => ({
    method: 'POST',
    path: `/tasks/${id}/comments`,
    body: { body: 'Noted.' },
  })),
  P30: onProject((id) => ({ method: 'GET', path: `/projects/${id}/members` })),
}
