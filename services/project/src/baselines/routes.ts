import { idempotencyHeaderSchema } from '@milepost/api-contracts/common'
import { projectParamsSchema } from '@milepost/api-contracts/projects'
import {
  baselineListSchema,
  baselineSchema,
  createBaselineSchema,
} from '@milepost/api-contracts/timeline'
import { idempotencyKeys } from '@milepost/db-schemas/projects'
import { admitFirst } from '@milepost/service-kit/admit'
import { withIdempotency } from '@milepost/service-kit/idempotency'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { FeatureDeps } from '#deps.ts'
import { projectPolicy } from '#projects/refusals.ts'
import { findBoardHead } from '#tasks/kanban-statement.ts'
import { canPlan } from '#timeline/policy.ts'
import { createBaseline } from './create-baseline.ts'
import { presentBaseline } from './present.ts'
import { listBaselines } from './queries.ts'

export const baselineRoutes: FastifyPluginAsyncZod<FeatureDeps> = async (app, { db }) => {
  const ofProject = {
    ...projectPolicy,
    params: projectParamsSchema,
    find: async ({ project_id }: { project_id: string }) =>
      (await findBoardHead(db, project_id))[0],
  }

  app.get(
    '/projects/:project_id/baselines',
    {
      config: { access: 'signed-in' },
      preValidation: admitFirst(ofProject),
      schema: {
        summary: 'List the baselines of a project',
        params: projectParamsSchema,
        response: { 200: baselineListSchema },
      },
    },
    async ({ params }) => ({
      items: (await listBaselines(db, params.project_id)).map(presentBaseline),
    }),
  )

  app.post(
    '/projects/:project_id/baselines',
    {
      config: { access: ['admin', 'project_manager'] },
      preValidation: admitFirst({ ...ofProject, may: canPlan }),
      schema: {
        summary: 'Keep the plan as a baseline',
        params: projectParamsSchema,
        headers: idempotencyHeaderSchema,
        body: createBaselineSchema,
        response: { 201: baselineSchema },
      },
    },
    async ({ actor, params: { project_id: projectId }, headers, body, id }, reply) => {
      const call = {
        key: headers['idempotency-key'],
        actorId: actor.id,
        route: `POST /projects/${projectId}/baselines`,
        body,
      }
      const answer = await withIdempotency(db, idempotencyKeys, call, async (tx) => {
        const command = { actor, projectId, input: body, correlationId: id }
        return { status: 201, body: presentBaseline(await createBaseline(tx, command)) }
      })
      return reply.code(201).send(answer.body)
    },
  )
}
