import type { Call } from './send.ts'
import { type Build, get, on, onProject, onTask, today } from './target.ts'
import type { World } from './world.ts'

/** Two tasks of one project of team A. */
async function addTwo(world: World) {
  const { project, task } = await world.addA1()
  return { project, first: await world.addTask(project.id), second: task }
}

async function addLink(world: World): Promise<string> {
  const { first, second } = await addTwo(world)
  const link = await world.make('project', {
    method: 'POST',
    path: `/tasks/${second.id}/dependencies`,
    body: { predecessor_id: first.id },
  })
  return link.id
}

const onLink =
  (call: (id: string) => Call): Build =>
  async (world) =>
    on(call, await addLink(world))

const onDates =
  (path: string): Build =>
  async (world) => {
    const { project, task } = await world.addA1()
    const change = { task_id: task.id, start_date: today(), due_date: today(), version: 1 }
    return on(
      (id) => ({ method: 'POST', path: `/projects/${id}/${path}`, body: { changes: [change] } }),
      project.id,
    )
  }

export const timelineCalls: Record<string, Build> = {
  P24: async (world) => {
    const { first, second } = await addTwo(world)
    return on(
      (id) => ({
        method: 'POST',
        path: `/tasks/${id}/dependencies`,
        body: { predecessor_id: first.id },
      }),
      second.id,
    )
  },
  XT01: onTask((id) => ({ method: 'GET', path: `/tasks/${id}/dependencies` })),
  XT02: async (world) => {
    const [{ task }, elsewhere] = [await world.addA1(), await world.addA1()]
    return on(
      (id) => ({
        method: 'POST',
        path: `/tasks/${id}/external-dependencies`,
        body: { predecessor_id: elsewhere.task.id },
      }),
      task.id,
    )
  },
  XT03: onLink((id) => ({ method: 'PATCH', path: `/dependencies/${id}`, body: { type: 'SS' } })),
  XT04: onLink((id) => ({ method: 'DELETE', path: `/dependencies/${id}` })),
  XT05: onDates('schedule/preview'),
  XT06: onDates('schedule'),
  XT07: onProject((id) => ({ method: 'GET', path: `/projects/${id}/baselines` })),
  XT08: async (world) => {
    const { project, task } = await world.addA1()
    await world.make('project', {
      method: 'PATCH',
      path: `/tasks/${task.id}`,
      body: { start_date: today(), due_date: today(), version: 1 },
    })
    return on(
      (id) => ({
        method: 'POST',
        path: `/projects/${id}/baselines`,
        body: { name: 'Agreed', reason: 'Agreed with the board.' },
      }),
      project.id,
    )
  },
  XT09: get('/portfolio/timeline'),
  XT10: async (world) => {
    const { project } = await world.addA1()
    const milestone = await world.make('project', {
      method: 'POST',
      path: `/projects/${project.id}/milestones`,
      body: { name: 'Go-live', due_date: today() },
    })
    return on((id) => ({ method: 'GET', path: `/milestones/${id}/dates` }), milestone.id)
  },
}
