import { milestoneDateListSchema } from '@milepost/api-contracts/milestone-dates'
import { milestoneParamsSchema } from '@milepost/api-contracts/projects'
import { admitFirst } from '@milepost/service-kit/admit'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { FeatureDeps } from '#deps.ts'
import { listMilestoneDates } from './dates.ts'
import { milestonePolicy } from './policy.ts'
import { findMilestone } from './queries.ts'

export const milestoneDateRoutes: FastifyPluginAsyncZod<FeatureDeps> = async (app, { db }) => {
  const { see, missing } = milestonePolicy
  app.get(
    '/milestones/:milestone_id/dates',
    {
      config: { access: 'signed-in' },
      preValidation: admitFirst({
        ...{ see, missing },
        params: milestoneParamsSchema,
        find: ({ milestone_id }) => findMilestone(db, milestone_id),
      }),
      schema: {
        summary: 'List the dates a milestone has had',
        params: milestoneParamsSchema,
        response: { 200: milestoneDateListSchema },
      },
    },
    async ({ params }) => ({ items: await listMilestoneDates(db, params.milestone_id) }),
  )
}
