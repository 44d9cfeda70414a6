import { activityPageSchema, listActivityQuerySchema } from '@milepost/api-contracts/discussion'
import { projectParamsSchema } from '@milepost/api-contracts/projects'
import { taskParamsSchema } from '@milepost/api-contracts/tasks'
import { admitFirst } from '@milepost/service-kit/admit'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { FeatureDeps } from '#deps.ts'
import { projectPolicy } from '#projects/refusals.ts'
import { findBoardHead } from '#tasks/kanban-statement.ts'
import { findMovableTask } from '#tasks/move-statements.ts'
import { taskPolicy } from '#tasks/refusals.ts'
import { listActivityPage } from './list-activity-page.ts'

export const activityRoutes: FastifyPluginAsyncZod<Pick<FeatureDeps, 'db'>> = async (
  app,
  { db },
) => {
  const answer = {
    querystring: listActivityQuerySchema,
    response: { 200: activityPageSchema },
  }

  app.get(
    '/tasks/:task_id/activity',
    {
      config: { access: 'signed-in' },
      preValidation: admitFirst({
        ...{ params: taskParamsSchema, ...taskPolicy },
        find: async ({ task_id }) => (await findMovableTask(db, task_id))[0],
      }),
      schema: { summary: 'Read what happened to a task', params: taskParamsSchema, ...answer },
    },
    ({ params, query }) => listActivityPage(db, params, query),
  )

  app.get(
    '/projects/:project_id/activity',
    {
      config: { access: 'signed-in' },
      preValidation: admitFirst({
        ...{ params: projectParamsSchema, ...projectPolicy },
        find: async ({ project_id }) => (await findBoardHead(db, project_id))[0],
      }),
      schema: {
        summary: 'Read what happened in a project',
        params: projectParamsSchema,
        ...answer,
      },
    },
    ({ params, query }) => listActivityPage(db, params, query),
  )
}
