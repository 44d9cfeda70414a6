import { portfolioTimelineSchema } from '@milepost/api-contracts/portfolio-timeline'
import { projectParamsSchema } from '@milepost/api-contracts/projects'
import { timelineQuerySchema, timelineSchema } from '@milepost/api-contracts/timeline'
import { admitFirst, admitted } from '@milepost/service-kit/admit'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { FeatureDeps } from '#deps.ts'
import { projectPolicy } from '#projects/refusals.ts'
import { isUnchanged, sendReady, sendUnchanged } from '#ready-answer.ts'
import { type BoardHead, findBoardHead } from '#tasks/kanban-statement.ts'
import { readPortfolioTimeline } from './portfolio-timeline.ts'
import { timelines } from './timeline.ts'

export const timelineRoutes: FastifyPluginAsyncZod<FeatureDeps> = async (app, { db }) => {
  const answerTimeline = timelines(db)

  app.get(
    '/projects/:project_id/timeline',
    {
      config: { access: 'signed-in' },
      preValidation: admitFirst({
        params: projectParamsSchema,
        find: async ({ project_id }) => (await findBoardHead(db, project_id))[0],
        ...projectPolicy,
      }),
      schema: {
        summary: 'Read a project’s timeline',
        params: projectParamsSchema,
        querystring: timelineQuerySchema,
        response: { 200: timelineSchema },
      },
    },
    async (request, reply) => {
      const { actor, params, query } = request
      const { answer, etag, wasReady } = await answerTimeline({
        boardVersion: admitted<BoardHead>(request).board_version,
        projectId: params.project_id,
        actor,
        baselineId: query.baseline_id,
      })
      if (isUnchanged(request, etag)) return sendUnchanged(reply, etag)

      app.metrics[wasReady ? 'cacheHits' : 'cacheMisses'].inc({ cache: 'timeline' })
      return sendReady(request, reply, { answer: await answer(), etag })
    },
  )

  app.get(
    '/portfolio/timeline',
    {
      config: { access: ['admin', 'executive', 'project_manager'] },
      schema: {
        summary: 'Read one timeline of all projects',
        response: { 200: portfolioTimelineSchema },
      },
    },
    async ({ actor }) => readPortfolioTimeline(db, actor),
  )
}
