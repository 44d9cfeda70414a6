import { idempotencyHeaderSchema, pageQuerySchema } from '@milepost/api-contracts/common'
import {
  addMemberSchema,
  createTeamSchema,
  teamPageSchema,
  teamParamsSchema,
  teamSchema,
} from '@milepost/api-contracts/people'
import { admitFirst, admitted } from '@milepost/service-kit/admit'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { AuthDeps } from '#deps.ts'
import { pageOfRows, parsePosition } from '#paging/name-cursor.ts'
import { addMember, teamReading } from './add-member.ts'
import { createTeam } from './create-team.ts'
import { canSeeMembersOf, teamsInReach } from './policy.ts'
import { presentTeam } from './present.ts'
import { type CountedTeam, findTeam, listMembers, listTeams } from './queries.ts'

export const teamRoutes: FastifyPluginAsyncZod<{ deps: AuthDeps }> = async (app, { deps }) => {
  const { db } = deps
  const admitTeam = admitFirst({
    ...teamReading,
    params: teamParamsSchema,
    find: ({ team_id }) => findTeam(db, team_id),
  })

  app.get(
    '/teams',
    {
      config: { access: 'signed-in' },
      schema: {
        summary: 'List teams',
        querystring: pageQuerySchema,
        response: { 200: teamPageSchema },
      },
    },
    async ({ actor, query: { cursor, limit = 50 } }) => {
      const found = await listTeams(db, {
        ids: teamsInReach(actor),
        after: parsePosition(cursor),
        limit: limit + 1,
      })
      const { page, next_cursor } = pageOfRows(found, limit, (team) => team)
      return { items: page.map((team) => presentTeam(actor, team)), next_cursor }
    },
  )

  app.post(
    '/teams',
    {
      config: { access: ['admin'] },
      schema: {
        summary: 'Create a team',
        headers: idempotencyHeaderSchema,
        body: createTeamSchema,
        response: { 201: teamSchema },
      },
    },
    async ({ actor, body, headers, id }, reply) => {
      reply.code(201)
      return createTeam(db, {
        ...{ actor, team: body },
        idempotencyKey: headers['idempotency-key'],
        correlationId: id,
      })
    },
  )

  app.get(
    '/teams/:team_id',
    {
      config: { access: 'signed-in' },
      preValidation: admitTeam,
      schema: { summary: 'Read a team', params: teamParamsSchema, response: { 200: teamSchema } },
    },
    async (request) => {
      const { actor } = request
      const team = admitted<CountedTeam>(request)
      const members = canSeeMembersOf(actor, team) ? await listMembers(db, team.id) : undefined
      return presentTeam(actor, team, members)
    },
  )

  app.post(
    '/teams/:team_id/members',
    {
      config: { access: ['admin'] },
      preValidation: admitTeam,
      schema: {
        summary: 'Add a person to a team',
        params: teamParamsSchema,
        headers: idempotencyHeaderSchema,
        body: addMemberSchema,
        response: { 201: teamSchema },
      },
    },
    async ({ actor, params, body, headers, id }, reply) => {
      reply.code(201)
      return addMember(db, {
        ...{ actor, teamId: params.team_id, member: body },
        idempotencyKey: headers['idempotency-key'],
        correlationId: id,
      })
    },
  )
}
