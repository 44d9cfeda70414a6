import { idempotencyHeaderSchema } from '@milepost/api-contracts/common'
import { taskParamsSchema } from '@milepost/api-contracts/tasks'
import {
  createDependencySchema,
  dependencyParamsSchema,
  dependencySchema,
  taskDependenciesSchema,
  updateDependencySchema,
} from '@milepost/api-contracts/timeline'
import { idempotencyKeys } from '@milepost/db-schemas/projects'
import { admitFirst, admitted } from '@milepost/service-kit/admit'
import { withIdempotency } from '@milepost/service-kit/idempotency'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { FeatureDeps } from '#deps.ts'
import { findMovableTask, type MovableTask } from '#tasks/move-statements.ts'
import { taskPolicy } from '#tasks/refusals.ts'
import { createDependency } from './create-dependency.ts'
import { deleteDependency } from './delete-dependency.ts'
import { canLink, dependencyPolicy } from './policy.ts'
import { presentDependencies } from './present.ts'
import { type DependencyRow, findDependency, listLinkedTasks } from './queries.ts'
import { updateDependency } from './update-dependency.ts'

export const dependencyRoutes: FastifyPluginAsyncZod<FeatureDeps> = async (app, { db }) => {
  const ofTask = {
    ...taskPolicy,
    params: taskParamsSchema,
    find: async ({ task_id }: { task_id: string }) => (await findMovableTask(db, task_id))[0],
  }
  const admitDependency = admitFirst({
    ...dependencyPolicy,
    params: dependencyParamsSchema,
    find: ({ dependency_id }) => findDependency(db, dependency_id),
  })
  const managers = { config: { access: ['admin', 'project_manager'] } } as const

  app.get(
    '/tasks/:task_id/dependencies',
    {
      config: { access: 'signed-in' },
      preValidation: admitFirst(ofTask),
      schema: {
        summary: 'List what a task waits for and what waits for it',
        params: taskParamsSchema,
        response: { 200: taskDependenciesSchema },
      },
    },
    async (request) => {
      const { actor, params } = request
      const links = await listLinkedTasks(db, params.task_id)
      return presentDependencies(actor, admitted<MovableTask>(request), links)
    },
  )

  for (const [name, within] of [
    ['dependencies', 'project'],
    ['external-dependencies', 'others'],
  ] as const) {
    app.post(
      `/tasks/:task_id/${name}`,
      {
        ...managers,
        preValidation: admitFirst({ ...ofTask, may: canLink }),
        schema: {
          summary: 'Make a task wait for another',
          params: taskParamsSchema,
          headers: idempotencyHeaderSchema,
          body: createDependencySchema,
          response: { 201: dependencySchema },
        },
      },
      async (request, reply) => {
        const { actor, headers, body, id } = request
        const { id: taskId, project_id } = admitted<MovableTask>(request)
        const call = {
          key: headers['idempotency-key'],
          actorId: actor.id,
          route: `POST /tasks/${taskId}/${name}`,
          body,
        }
        const answer = await withIdempotency(db, idempotencyKeys, call, async (tx) => {
          const successor = { id: taskId, project_id }
          const command = { actor, successor, input: body, within, correlationId: id }
          return { status: 201, body: await createDependency(tx, command) }
        })
        return reply.code(201).send(answer.body)
      },
    )
  }

  app.patch(
    '/dependencies/:dependency_id',
    {
      ...managers,
      preValidation: admitDependency,
      schema: {
        summary: 'Change a dependency',
        params: dependencyParamsSchema,
        body: updateDependencySchema,
        response: { 200: dependencySchema },
      },
    },
    async (request) => {
      const { actor, body, id } = request
      const dependency = admitted<DependencyRow>(request)
      return updateDependency(db, { actor, dependency, input: body, correlationId: id })
    },
  )

  app.delete(
    '/dependencies/:dependency_id',
    {
      ...managers,
      preValidation: admitDependency,
      schema: { summary: 'Remove a dependency', params: dependencyParamsSchema },
    },
    async (request, reply) => {
      const { actor, id } = request
      const dependency = admitted<DependencyRow>(request)
      await deleteDependency(db, { actor, dependency, correlationId: id })
      return reply.code(204).send()
    },
  )
}
