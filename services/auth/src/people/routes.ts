import { createHmac, hkdfSync } from 'node:crypto'
import { idempotencyHeaderSchema, pageQuerySchema } from '@milepost/api-contracts/common'
import {
  createUserSchema,
  userPageSchema,
  userParamsSchema,
  userSchema,
} from '@milepost/api-contracts/people'
import { admitFirst, admitted } from '@milepost/service-kit/admit'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { AuthDeps } from '#deps.ts'
import { pageOfRows, parsePosition } from '#paging/name-cursor.ts'
import { createUser } from './create-user.ts'
import { canSeePerson, teamsWithin } from './policy.ts'
import { presentPerson } from './present.ts'
import { findPerson, listPeople, type Person, skillsOf } from './queries.ts'

export const peopleRoutes: FastifyPluginAsyncZod<{ deps: AuthDeps }> = async (app, { deps }) => {
  const { db, passwords } = deps
  const fingerprint = fingerprintWith(deps.jwtSecret)

  app.get(
    '/users',
    {
      config: { access: ['admin', 'project_manager'] },
      schema: {
        summary: 'List people',
        querystring: pageQuerySchema,
        response: { 200: userPageSchema },
      },
    },
    async ({ actor, query: { cursor, limit = 50 } }) => {
      const found = await listPeople(db, {
        teamIds: teamsWithin(actor),
        after: parsePosition(cursor),
        limit: limit + 1,
      })
      const { page, next_cursor } = pageOfRows(found, limit, ({ display_name, id }) => ({
        name: display_name,
        id,
      }))
      const skills = await skillsOf(
        db,
        page.map(({ id }) => id),
      )
      return {
        items: page.map((person) => presentPerson(actor, person, skills.get(person.id))),
        next_cursor,
      }
    },
  )

  app.post(
    '/users',
    {
      config: { access: ['admin'] },
      schema: {
        summary: 'Create an account',
        headers: idempotencyHeaderSchema,
        body: createUserSchema,
        response: { 201: userSchema },
      },
    },
    async ({ actor, body, headers, id }, reply) => {
      reply.code(201)
      return createUser(db, passwords, {
        ...{ actor, fingerprint, user: body },
        idempotencyKey: headers['idempotency-key'],
        correlationId: id,
      })
    },
  )

  app.get(
    '/users/:user_id',
    {
      config: { access: 'signed-in' },
      preValidation: admitFirst({
        params: userParamsSchema,
        find: ({ user_id }) => findPerson(db, user_id),
        see: canSeePerson,
        missing: 'There is no such user.',
      }),
      schema: { summary: 'Read a person', params: userParamsSchema, response: { 200: userSchema } },
    },
    async (request) => {
      const person = admitted<Person>(request)
      const skills = await skillsOf(db, [person.id])
      return presentPerson(request.actor, person, skills.get(person.id))
    },
  )
}

/** Keyed, so that what is kept of a password helps nobody to guess it. */
function fingerprintWith(jwtSecret: string) {
  const key = Buffer.from(hkdfSync('sha256', jwtSecret, '', 'milepost request fingerprint', 32))
  return (secret: string) => createHmac('sha256', key).update(secret).digest('base64url')
}
