import { searchQuerySchema, searchResultSchema } from '@milepost/api-contracts/search'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { FeatureDeps } from '#deps.ts'
import { search } from './search.ts'

export const searchRoutes: FastifyPluginAsyncZod<Pick<FeatureDeps, 'db'>> = async (app, { db }) => {
  app.get(
    '/search',
    {
      config: { access: 'signed-in' },
      schema: {
        summary: 'Search projects, tasks and people',
        querystring: searchQuerySchema,
        response: { 200: searchResultSchema },
      },
    },
    async ({ actor, query }) => search(db, { actor, query }),
  )
}
