import { idempotencyHeaderSchema } from '@milepost/api-contracts/common'
import {
  createRelationSchema,
  type RelationView,
  relationListSchema,
  relationParamsSchema,
  relationSchema,
} from '@milepost/api-contracts/discussion'
import { taskParamsSchema } from '@milepost/api-contracts/tasks'
import { idempotencyKeys } from '@milepost/db-schemas/projects'
import { admitFirst, admitted } from '@milepost/service-kit/admit'
import { withIdempotency } from '@milepost/service-kit/idempotency'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { FeatureDeps } from '#deps.ts'
import { findMovableTask, type MovableTask } from '#tasks/move-statements.ts'
import { taskPolicy } from '#tasks/refusals.ts'
import { createRelation } from './create-relation.ts'
import { deleteRelation } from './delete-relation.ts'
import { canRelate, relationPolicy } from './policy.ts'
import { presentRelation } from './present.ts'
import { findRelation, listRelations, type RelationRow } from './queries.ts'

export const relationRoutes: FastifyPluginAsyncZod<Pick<FeatureDeps, 'db'>> = async (
  app,
  { db },
) => {
  const ofTask = {
    ...{ params: taskParamsSchema, ...taskPolicy },
    find: async ({ task_id }: { task_id: string }) => (await findMovableTask(db, task_id))[0],
  }
  const managers = { config: { access: ['admin', 'project_manager'] } } as const

  app.get(
    '/tasks/:task_id/relations',
    {
      config: { access: 'signed-in' },
      preValidation: admitFirst(ofTask),
      schema: {
        summary: 'Read the relations of a task',
        params: taskParamsSchema,
        response: { 200: relationListSchema },
      },
    },
    async (request) => ({
      items: (await listRelations(db, request.params.task_id)).map(presentRelation),
      can: { relate: canRelate(request.actor, admitted<MovableTask>(request)) },
    }),
  )

  app.post(
    '/tasks/:task_id/relations',
    {
      ...managers,
      preValidation: admitFirst({ ...ofTask, may: canRelate }),
      schema: {
        summary: 'Relate a task to another one',
        params: taskParamsSchema,
        headers: idempotencyHeaderSchema,
        body: createRelationSchema,
        response: { 201: relationSchema },
      },
    },
    async (request, reply) => {
      const { actor, headers, body, id } = request
      const task = admitted<MovableTask>(request)
      const call = {
        key: headers['idempotency-key'],
        actorId: actor.id,
        route: `POST /tasks/${task.id}/relations`,
        body,
      }
      const answer = await withIdempotency(db, idempotencyKeys, call, async (tx) => {
        const command = { actor, task, input: body, correlationId: id }
        return { status: 201, body: await createRelation(tx, command) }
      })
      return reply.code(201).send(answer.body as RelationView)
    },
  )

  app.delete(
    '/relations/:relation_id',
    {
      ...managers,
      preValidation: admitFirst({
        ...relationPolicy,
        params: relationParamsSchema,
        find: ({ relation_id }) => findRelation(db, relation_id),
      }),
      schema: { summary: 'Remove a relation', params: relationParamsSchema },
    },
    async (request, reply) => {
      const { actor, id } = request
      const relation = admitted<RelationRow>(request)
      await deleteRelation(db, { actor, relation, correlationId: id })
      return reply.code(204).send()
    },
  )
}
