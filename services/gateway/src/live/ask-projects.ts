import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import type { Service } from '#proxy/service.ts'
import type { ProjectTeams } from './project-teams.ts'

const ownedSchema = z.object({ id: z.uuid(), team: z.object({ id: z.uuid() }) })
const pageSchema = z.object({ items: z.array(ownedSchema), next_cursor: z.string().nullable() })

const answerMsMax = 3_000
const pagesMax = 20

/** The project service cannot be asked now. */
class Unanswered extends Error {}

interface Question {
  token: string
  correlationId: string
}

/**
 * What only the project service knows, asked with the subscriber's own token: so nobody learns more
 * on a socket than the same person would over HTTP.
 */
export function askProjects(service: Service, teams: ProjectTeams) {
  async function get(path: string, { token, correlationId }: Question): Promise<unknown> {
    const upstream = service.pick()
    if (!upstream) throw new Unanswered(`${service.name} is away`)
    try {
      const { statusCode, body } = await upstream.pool.request({
        path: `/api/v1${path}`,
        method: 'GET',
        headers: { authorization: `Bearer ${token}`, 'x-correlation-id': correlationId },
        signal: AbortSignal.timeout(answerMsMax),
      })
      const text = await body.text()
      if (statusCode >= 500) throw new Unanswered(`${service.name} answered ${statusCode}`)
      upstream.breaker.succeeded()
      return statusCode === 200 ? JSON.parse(text) : undefined
    } catch (error) {
      upstream.breaker.failed()
      throw new Unanswered(`${service.name} was asked for ${path}`, { cause: error })
    }
  }

  /** Three tries in about two seconds: a service that restarts is soon back. */
  async function getPatiently(path: string, question: Question): Promise<unknown> {
    for (const pauseMs of [500, 1500]) {
      try {
        return await get(path, question)
      } catch (error) {
        if (!(error instanceof Unanswered)) throw error
        await wait(pauseMs)
      }
    }
    return get(path, question)
  }

  return {
    /** Whether this person sees the project; learns whose it is. */
    async seesProject(projectId: string, question: Question): Promise<boolean> {
      const project = ownedSchema.safeParse(await getPatiently(`/projects/${projectId}`, question))
      if (!project.success) return false
      teams.learn(project.data.id, project.data.team.id)
      return true
    },
    /** Learns whose all the projects are that this person sees. */
    async learnVisible(question: Question): Promise<void> {
      let cursor: string | null = ''
      for (let page = 0; page < pagesMax && cursor !== null; page++) {
        const from: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`
        const answer = await getPatiently(`/projects?limit=200${from}`, question)
        const { items, next_cursor } = pageSchema.parse(answer)
        for (const { id, team } of items) teams.learn(id, team.id)
        cursor = next_cursor
      }
    },
  }
}
export type AskProjects = ReturnType<typeof askProjects>
