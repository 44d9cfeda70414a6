import { skillListSchema } from '@milepost/api-contracts/people'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { AuthDeps } from '#deps.ts'
import { listSkills } from './queries.ts'

export const skillRoutes: FastifyPluginAsyncZod<{ deps: AuthDeps }> = async (app, { deps }) => {
  app.get(
    '/skills',
    {
      config: { access: 'signed-in' },
      schema: { summary: 'List skills', response: { 200: skillListSchema } },
    },
    async () => ({ items: await listSkills(deps.db) }),
  )
}
