import { watcherListSchema } from '@milepost/api-contracts/discussion'
import { taskParamsSchema } from '@milepost/api-contracts/tasks'
import { admitFirst, admitted } from '@milepost/service-kit/admit'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { FeatureDeps } from '#deps.ts'
import { findMovableTask, type MovableTask } from '#tasks/move-statements.ts'
import { canComment } from '#tasks/policy.ts'
import { taskPolicy } from '#tasks/refusals.ts'
import { addWatcher, listWatchers, removeWatcher } from './queries.ts'

/** Who works on a project hears about any task of it on request; nobody puts others on the list. */
export const watcherRoutes: FastifyPluginAsyncZod<Pick<FeatureDeps, 'db'>> = async (
  app,
  { db },
) => {
  const ofTask = {
    ...{ params: taskParamsSchema, ...taskPolicy },
    find: async ({ task_id }: { task_id: string }) => (await findMovableTask(db, task_id))[0],
  }

  app.get(
    '/tasks/:task_id/watchers',
    {
      config: { access: 'signed-in' },
      preValidation: admitFirst(ofTask),
      schema: {
        summary: 'Read who watches a task',
        params: taskParamsSchema,
        response: { 200: watcherListSchema },
      },
    },
    async (request) => ({
      items: await listWatchers(db, request.params.task_id),
      can: { watch: canComment(request.actor, admitted<MovableTask>(request)) },
    }),
  )

  for (const method of ['PUT', 'DELETE'] as const) {
    app.route({
      method,
      url: '/tasks/:task_id/watch',
      config: { access: ['admin', 'project_manager', 'contributor'] },
      preValidation: admitFirst({ ...ofTask, may: canComment }),
      schema: {
        summary: method === 'PUT' ? 'Watch a task' : 'Stop watching a task',
        params: taskParamsSchema,
      },
      async handler({ actor, params }, reply) {
        const change = method === 'PUT' ? addWatcher : removeWatcher
        await change(db, { taskId: params.task_id, userId: actor.id })
        return reply.code(204).send()
      },
    })
  }
}
