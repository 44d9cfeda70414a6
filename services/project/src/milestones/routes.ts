import { idempotencyHeaderSchema, ifMatchHeaderSchema } from '@milepost/api-contracts/common'
import {
  createMilestoneSchema,
  milestoneListSchema,
  milestoneParamsSchema,
  milestoneSchema,
  projectParamsSchema,
  updateMilestoneSchema,
} from '@milepost/api-contracts/projects'
import { idempotencyKeys } from '@milepost/db-schemas/projects'
import { admitFirst } from '@milepost/service-kit/admit'
import { withIdempotency } from '@milepost/service-kit/idempotency'
import { versionInIfMatch } from '@milepost/service-kit/if-match'
import { requireVersion } from '@milepost/service-kit/require-version'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { dayOf } from '#calendar-day.ts'
import type { FeatureDeps } from '#deps.ts'
import { canCreateMilestone } from '#projects/policy.ts'
import { projectPolicy } from '#projects/refusals.ts'
import { findBoardHead } from '#tasks/kanban-statement.ts'
import { createMilestone } from './create-milestone.ts'
import { deleteMilestone } from './delete-milestone.ts'
import { milestonePolicy } from './policy.ts'
import { presentMilestone } from './present.ts'
import { findMilestone, listMilestones } from './queries.ts'
import { updateMilestone } from './update-milestone.ts'

export const milestoneRoutes: FastifyPluginAsyncZod<FeatureDeps> = async (app, { db, now }) => {
  const ofProject = {
    ...projectPolicy,
    params: projectParamsSchema,
    find: async ({ project_id }: { project_id: string }) =>
      (await findBoardHead(db, project_id))[0],
  }
  const admitMilestone = admitFirst({
    ...milestonePolicy,
    params: milestoneParamsSchema,
    find: ({ milestone_id }) => findMilestone(db, milestone_id),
  })
  const managers = { config: { access: ['admin', 'project_manager'] } } as const

  app.get(
    '/projects/:project_id/milestones',
    {
      config: { access: 'signed-in' },
      preValidation: admitFirst(ofProject),
      schema: {
        summary: 'List the milestones of a project',
        params: projectParamsSchema,
        response: { 200: milestoneListSchema },
      },
    },
    async ({ actor, params }) => {
      const today = dayOf(now())
      const milestones = await listMilestones(db, params.project_id)
      return { items: milestones.map((milestone) => presentMilestone(actor, milestone, today)) }
    },
  )

  app.post(
    '/projects/:project_id/milestones',
    {
      ...managers,
      preValidation: admitFirst({ ...ofProject, may: canCreateMilestone }),
      schema: {
        summary: 'Create a milestone',
        params: projectParamsSchema,
        headers: idempotencyHeaderSchema,
        body: createMilestoneSchema,
        response: { 201: milestoneSchema },
      },
    },
    async ({ actor, params, headers, body, id }, reply) => {
      const { project_id: projectId } = params
      const request = {
        key: headers['idempotency-key'],
        actorId: actor.id,
        route: `POST /projects/${projectId}/milestones`,
        body,
      }
      const answer = await withIdempotency(db, idempotencyKeys, request, async (tx) => {
        const command = { actor, projectId, input: body, correlationId: id }
        const milestone = await createMilestone(tx, command)
        return { status: 201, body: presentMilestone(actor, milestone, dayOf(now())) }
      })
      return reply.code(201).send(answer.body)
    },
  )

  app.patch(
    '/milestones/:milestone_id',
    {
      ...managers,
      preValidation: [admitMilestone, requireVersion],
      schema: {
        summary: 'Change a milestone',
        params: milestoneParamsSchema,
        body: updateMilestoneSchema,
        response: { 200: milestoneSchema },
      },
    },
    async ({ actor, params, body, id }) => {
      const { milestone_id: milestoneId } = params
      const at = now()
      const command = { actor, milestoneId, input: body, correlationId: id, now: at }
      return presentMilestone(actor, await updateMilestone(db, command), dayOf(at))
    },
  )

  app.delete(
    '/milestones/:milestone_id',
    {
      ...managers,
      preValidation: admitMilestone,
      schema: {
        summary: 'Delete a milestone',
        params: milestoneParamsSchema,
        headers: ifMatchHeaderSchema,
      },
    },
    async (request, reply) => {
      const { actor, params, id } = request
      const { milestone_id: milestoneId } = params
      const version = versionInIfMatch(request)
      await deleteMilestone(db, { actor, milestoneId, version, correlationId: id, now: now() })
      return reply.code(204).send()
    },
  )
}
