import { bulkDeleteSchema, bulkEditSchema, bulkResultSchema } from '@milepost/api-contracts/list'
import { projectParamsSchema } from '@milepost/api-contracts/projects'
import { admitFirst, admitted } from '@milepost/service-kit/admit'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { FeatureDeps } from '#deps.ts'
import { projectPolicy } from '#projects/refusals.ts'
import { type BoardHead, findBoardHead } from '#tasks/kanban-statement.ts'
import { canDeleteTask, movableCards } from '#tasks/policy.ts'
import { deleteTasks } from './delete-tasks.ts'
import { editTasks } from './edit-tasks.ts'
import { refuseForeignBulk } from './refuse-foreign-bulk.ts'

export const bulkRoutes: FastifyPluginAsyncZod<Pick<FeatureDeps, 'db' | 'now'>> = async (
  app,
  { db, now },
) => {
  const ofProject = {
    ...projectPolicy,
    params: projectParamsSchema,
    find: async ({ project_id }: { project_id: string }) =>
      (await findBoardHead(db, project_id))[0],
  }

  app.post(
    '/projects/:project_id/tasks/bulk',
    {
      config: { access: ['admin', 'project_manager', 'contributor'] },
      preValidation: [
        admitFirst({ ...ofProject, may: (who, found) => movableCards(who, found) !== 'none' }),
        refuseForeignBulk,
      ],
      schema: {
        summary: 'Change many tasks in the same way',
        params: projectParamsSchema,
        body: bulkEditSchema,
        response: { 200: bulkResultSchema },
      },
    },
    async (request) => {
      const { actor, body, id: correlationId } = request
      const projectId = admitted<BoardHead>(request).id
      return editTasks(db, { actor, projectId, input: body, correlationId, now: now() })
    },
  )

  app.post(
    '/projects/:project_id/tasks/bulk-delete',
    {
      config: { access: ['admin', 'project_manager'] },
      preValidation: admitFirst({ ...ofProject, may: canDeleteTask }),
      schema: {
        summary: 'Delete many tasks',
        params: projectParamsSchema,
        body: bulkDeleteSchema,
        response: { 200: bulkResultSchema },
      },
    },
    async (request) => {
      const { actor, body, id: correlationId } = request
      const projectId = admitted<BoardHead>(request).id
      return deleteTasks(db, { actor, projectId, input: body, correlationId, now: now() })
    },
  )
}
