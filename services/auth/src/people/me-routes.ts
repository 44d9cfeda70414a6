import { meSchema, updateMeSchema } from '@milepost/api-contracts/auth'
import { unauthenticated } from '@milepost/service-kit/problem'
import { requireVersion } from '@milepost/service-kit/require-version'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { AuthDeps } from '#deps.ts'
import { clientOf } from '#sign-in/client.ts'
import { readRefreshCookie } from '#sign-in/refresh-cookie.ts'
import { presentMe } from './present.ts'
import { findPerson } from './queries.ts'
import { updateMe } from './update-me.ts'

export const meRoutes: FastifyPluginAsyncZod<{ deps: AuthDeps }> = async (app, { deps }) => {
  const { db, passwords } = deps

  app.get(
    '/me',
    {
      config: { access: 'signed-in' },
      schema: { summary: 'Read one’s own account', response: { 200: meSchema } },
    },
    async ({ actor }) => {
      const person = await findPerson(db, actor.id)
      if (!person?.is_active) throw unauthenticated()
      return presentMe(person)
    },
  )

  app.patch(
    '/me',
    {
      config: { access: 'signed-in' },
      preValidation: requireVersion,
      schema: {
        summary: 'Change one’s own account',
        body: updateMeSchema,
        response: { 200: meSchema },
      },
    },
    async (request) => {
      const person = await updateMe(db, passwords, {
        actor: request.actor,
        update: request.body,
        refreshToken: readRefreshCookie(request),
        address: clientOf(request).address,
        correlationId: request.id,
      })
      return presentMe(person)
    },
  )
}
