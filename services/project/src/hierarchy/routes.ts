import { hierarchySchema } from '@milepost/api-contracts/discussion'
import { taskParamsSchema } from '@milepost/api-contracts/tasks'
import { admitFirst, admitted } from '@milepost/service-kit/admit'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { FeatureDeps } from '#deps.ts'
import { findMovableTask, type MovableTask } from '#tasks/move-statements.ts'
import { canCreateTask, canUpdateTask } from '#tasks/policy.ts'
import { taskPolicy } from '#tasks/refusals.ts'
import { listAncestors, listSubtasks } from './queries.ts'

export const hierarchyRoutes: FastifyPluginAsyncZod<Pick<FeatureDeps, 'db'>> = async (
  app,
  { db },
) => {
  app.get(
    '/tasks/:task_id/hierarchy',
    {
      config: { access: 'signed-in' },
      preValidation: admitFirst({
        ...{ params: taskParamsSchema, ...taskPolicy },
        find: async ({ task_id }) => (await findMovableTask(db, task_id))[0],
      }),
      schema: {
        summary: 'Read what a task is a part of, and its subtasks',
        params: taskParamsSchema,
        response: { 200: hierarchySchema },
      },
    },
    async (request) => {
      const { actor, params } = request
      const task = admitted<MovableTask>(request)
      const manages = canCreateTask(actor, task)
      const [ancestors, subtasks] = await Promise.all([
        listAncestors(db, params.task_id),
        listSubtasks(db, params.task_id),
      ])
      return {
        ancestors,
        subtasks: subtasks.map((subtask) => {
          const of = { team_id: task.team_id, assignee_id: subtask.assignee?.id ?? null }
          return { ...subtask, can: { update: canUpdateTask(actor, of) } }
        }),
        can: { add: manages, move: manages },
      }
    },
  )
}
