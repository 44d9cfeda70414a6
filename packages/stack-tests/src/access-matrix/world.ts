import { z } from 'zod'
import type { ServiceName } from '#stack.ts'
import type { Persona, Teams } from './personas.ts'
import { type Call, send } from './send.ts'

const madeSchema = z.looseObject({ id: z.uuid(), version: z.int().optional() })
type Made = z.infer<typeof madeSchema>

/** What the calls of the matrix act on. Objects are made by the administrator, through the API. */
export function createWorld(administrator: Persona, teams: Teams, owner: Persona) {
  async function make(service: ServiceName, call: Call, persona = administrator): Promise<Made> {
    const answer = await send(call, { persona, door: 'direct', service })
    if (answer.status !== 201 && answer.status !== 200 && answer.status !== 202)
      throw new Error(`${call.method} ${call.path}: ${answer.status} ${answer.text}`)
    return madeSchema.parse(JSON.parse(answer.text))
  }

  let count = 0
  const key = () => `M${(count++).toString(36).toUpperCase().padStart(4, '0')}`

  const addProject = (team: keyof Teams) =>
    make('project', {
      method: 'POST',
      path: '/projects',
      body: {
        key: `${key()}${team}`,
        name: `Of team ${team}`,
        team_id: teams[team],
        status: 'active',
      },
    })

  const addTask = (projectId: string, assignee = true) =>
    make('project', {
      method: 'POST',
      path: `/projects/${projectId}/tasks`,
      body: { title: 'Rotate the certificates', ...(assignee && { assignee_id: owner.id }) },
    })

  return {
    teams,
    owner,
    key,
    make,
    addProject,
    addTask,
    /** A project of team A with a task of its own, assigned to CTo. */
    async addA1() {
      const project = await addProject('A')
      return { project, task: await addTask(project.id) }
    },
    async addB1() {
      const project = await addProject('B')
      return { project, task: await addTask(project.id, false) }
    },
  }
}

export type World = ReturnType<typeof createWorld>
