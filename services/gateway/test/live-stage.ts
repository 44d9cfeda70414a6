import { createHmac } from 'node:crypto'
import { openTestRedis } from '@milepost/local-stack/test-redis'
import { v7 as uuidv7 } from 'uuid'
import { jwtSecret, says, startGateway, startUpstream, until } from '#test/harness.ts'
import { type LiveClient, publish } from '#test/live-client.ts'

export const [teamA, teamB, projectA, projectB] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()]

export const manager = { roles: ['project_manager' as const], team_ids: [teamA] }
export const contributor = { roles: ['contributor' as const], team_ids: [teamA] }
export const executive = { roles: ['executive' as const] }
export const moved = (project_id: string) => ({ event_type: 'task.moved', project_id })
export const changed = (project_id: string) => ({ event_type: 'task.status_changed', project_id })

/** A gateway, its Redis, and a project service that shows to each the projects of their teams. */
export async function openLiveStage() {
  const { url: redisUrl, redis } = await openTestRedis()
  const owned = [
    { id: projectA, team: { id: teamA, name: 'A' } },
    { id: projectB, team: { id: teamB, name: 'B' } },
  ]

  const project = await startUpstream((request, response) => {
    const [, body = ''] = request.headers.authorization?.split('.') ?? []
    const { roles, teams } = JSON.parse(Buffer.from(body, 'base64url').toString())
    const all = roles.includes('admin') || roles.includes('executive')
    const visible = owned.filter(({ team }) => all || teams.includes(team.id))
    const id = request.url?.split('/')[4]
    const found = visible.find((one) => one.id === id)
    const answer = id === undefined ? { items: visible, next_cursor: null } : found
    says(answer ? 200 : 404, answer ?? {})(request, response)
  })
  const options = { upstreams: { auth: [], insights: [], timesheet: [], project: [project.url] } }

  return {
    redisUrl,
    redis,
    owned,
    options,
    gateway: await startGateway(redisUrl, options),
    /** An event that they all follow, after which nothing earlier can still be on its way. */
    async settled(...clients: LiveClient[]): Promise<void> {
      const id = await publish(redis, 'project', changed(projectA))
      const has = (client: LiveClient) => client.events().some(({ event }) => event.event_id === id)
      await until(() => clients.every(has))
    },
  }
}

interface Life {
  lifeSeconds?: number
  ageSeconds?: number
  team_ids?: string[]
}

/** A manager's token with an age and a life of its own choosing. */
export function tokenFor(
  id: string,
  { lifeSeconds = 300, ageSeconds = 0, team_ids = [teamA] }: Life = {},
): string {
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')
  const iat = Math.floor(Date.now() / 1000) - ageSeconds
  const who = { sub: id, typ: 'access', jti: uuidv7(), roles: ['project_manager'], teams: team_ids }
  const whole = { ...who, iss: 'milepost', aud: 'milepost-api', iat, exp: iat + lifeSeconds }
  const signed = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(whole)}`
  return `${signed}.${createHmac('sha256', jwtSecret).update(signed).digest('base64url')}`
}
