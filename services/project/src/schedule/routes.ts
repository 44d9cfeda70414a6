import { idempotencyHeaderSchema } from '@milepost/api-contracts/common'
import { projectParamsSchema } from '@milepost/api-contracts/projects'
import {
  appliedScheduleSchema,
  applyScheduleSchema,
  previewScheduleSchema,
  schedulePreviewSchema,
} from '@milepost/api-contracts/timeline'
import { idempotencyKeys } from '@milepost/db-schemas/projects'
import { admitFirst } from '@milepost/service-kit/admit'
import { withIdempotency } from '@milepost/service-kit/idempotency'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { FeatureDeps } from '#deps.ts'
import { projectPolicy } from '#projects/refusals.ts'
import { findBoardHead } from '#tasks/kanban-statement.ts'
import { canPlan } from '#timeline/policy.ts'
import { applySchedule } from './apply-schedule.ts'
import { readAsked } from './read-asked.ts'
import { readSchedule } from './read-schedule.ts'
import { workOut } from './work-out.ts'

export const scheduleRoutes: FastifyPluginAsyncZod<FeatureDeps> = async (app, { db, now }) => {
  const params = projectParamsSchema
  const managers = {
    config: { access: ['admin', 'project_manager'] },
    preValidation: admitFirst({
      ...{ params, ...projectPolicy, may: canPlan },
      find: async ({ project_id }) => (await findBoardHead(db, project_id))[0],
    }),
  } as const

  app.post(
    '/projects/:project_id/schedule/preview',
    {
      ...managers,
      schema: {
        summary: 'Preview what follows from new dates',
        params,
        body: previewScheduleSchema,
        response: { 200: schedulePreviewSchema },
      },
    },
    async ({ params: { project_id }, body }) => {
      const { rows, frame } = await readSchedule(db, project_id)
      const asked = readAsked(body.changes, { rows, frame })
      return workOut({ rows, frame, asked, changedIds: asked.map(({ task_id }) => task_id) })
    },
  )

  app.post(
    '/projects/:project_id/schedule',
    {
      ...managers,
      schema: {
        summary: 'Save new dates and what follows from them',
        params,
        headers: idempotencyHeaderSchema,
        body: applyScheduleSchema,
        response: { 200: appliedScheduleSchema },
      },
    },
    async ({ actor, params: { project_id: projectId }, headers, body, id }) => {
      const call = {
        key: headers['idempotency-key'],
        actorId: actor.id,
        route: `POST /projects/${projectId}/schedule`,
        body,
      }
      const answer = await withIdempotency(db, idempotencyKeys, call, async (tx) => {
        const command = { actor, projectId, input: body, correlationId: id, now: now() }
        return { status: 200, body: await applySchedule(tx, command) }
      })
      return answer.body
    },
  )
}
