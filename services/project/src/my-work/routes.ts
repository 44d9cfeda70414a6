import { myWorkSchema } from '@milepost/api-contracts/list'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { FeatureDeps } from '#deps.ts'
import { readMyWork } from './read-my-work.ts'

export const myWorkRoutes: FastifyPluginAsyncZod<Pick<FeatureDeps, 'db' | 'now'>> = async (
  app,
  { db, now },
) => {
  app.get(
    '/my-work',
    {
      config: { access: ['admin', 'project_manager', 'contributor'] },
      schema: { summary: 'Read one’s own open tasks', response: { 200: myWorkSchema } },
    },
    async ({ actor }) => readMyWork(db, { actor, now: now() }),
  )
}
