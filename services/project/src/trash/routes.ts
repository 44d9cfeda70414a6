import { listTrashQuerySchema, trashPageSchema } from '@milepost/api-contracts/list'
import { projectParamsSchema } from '@milepost/api-contracts/projects'
import { taskParamsSchema, taskSchema } from '@milepost/api-contracts/tasks'
import { admitFirst, admitted } from '@milepost/service-kit/admit'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { FeatureDeps } from '#deps.ts'
import { projectPolicy } from '#projects/refusals.ts'
import { type BoardHead, findBoardHead } from '#tasks/kanban-statement.ts'
import { canDeleteTask } from '#tasks/policy.ts'
import { presentTask } from '#tasks/present.ts'
import { taskPolicy } from '#tasks/refusals.ts'
import { listTrashPage } from './list-trash-page.ts'
import { findTrashedTask, type TrashedTask } from './queries.ts'
import { restoreTask } from './restore-task.ts'

export const trashRoutes: FastifyPluginAsyncZod<Pick<FeatureDeps, 'db'>> = async (app, { db }) => {
  app.get(
    '/projects/:project_id/trash',
    {
      config: { access: 'signed-in' },
      preValidation: admitFirst({
        ...projectPolicy,
        params: projectParamsSchema,
        find: async ({ project_id }) => (await findBoardHead(db, project_id))[0],
      }),
      schema: {
        summary: 'List deleted tasks',
        params: projectParamsSchema,
        querystring: listTrashQuerySchema,
        response: { 200: trashPageSchema },
      },
    },
    async (request) =>
      listTrashPage(db, {
        actor: request.actor,
        project: admitted<BoardHead>(request),
        query: request.query,
      }),
  )

  app.post(
    '/tasks/:task_id/restore',
    {
      config: { access: ['admin', 'project_manager'] },
      preValidation: admitFirst({
        ...taskPolicy,
        params: taskParamsSchema,
        find: ({ task_id }) => findTrashedTask(db, task_id),
        may: canDeleteTask,
      }),
      schema: {
        summary: 'Restore a deleted task',
        params: taskParamsSchema,
        response: { 200: taskSchema },
      },
    },
    async (request) => {
      const { actor, id: correlationId } = request
      const task = admitted<TrashedTask>(request)
      return presentTask(actor, await restoreTask(db, { actor, task, correlationId }))
    },
  )
}
