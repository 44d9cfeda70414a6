import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import type { ServiceName } from '#stack.ts'
import type { Persona, Teams } from './personas.ts'
import { type Call, send } from './send.ts'

const madeSchema = z.looseObject({ id: z.uuid(), version: z.int().optional() })
type Made = z.infer<typeof madeSchema>

/** What the calls of the matrix act on. Objects are made by the administrator, through the API. */
export function createWorld(administrator: Persona, teams: Teams, owner: Persona) {
  async function ask(service: ServiceName, call: Call, persona = administrator): Promise<unknown> {
    const answer = await send(call, { persona, door: 'direct', service })
    if (answer.status >= 300)
      throw new Error(`${call.method} ${call.path}: ${answer.status} ${answer.text}`)
    return answer.text === '' ? undefined : JSON.parse(answer.text)
  }

  const make = async (service: ServiceName, call: Call, persona = administrator): Promise<Made> =>
    madeSchema.parse(await ask(service, call, persona))

  /** Ten characters that no other run has used: keys are unique in the whole database. */
  const key = () => `M${uuidv7().replaceAll('-', '').slice(-8).toUpperCase()}`

  const addProject = (team: keyof Teams) =>
    make('project', {
      method: 'POST',
      path: '/projects',
      body: {
        key: `${key()}${team}`,
        name: `Of team ${team}`,
        team_id: teams[team],
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
    ask,
    make,
    addProject,
    addTask,
    /** Of the persona's own account, which an earlier call may have changed. */
    async ownVersion(persona: Persona): Promise<number> {
      if (persona.token === null) return 1
      const me = await make('auth', { method: 'GET', path: '/auth/me' }, persona)
      return me.version ?? 1
    },
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
