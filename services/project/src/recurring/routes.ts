import { idempotencyHeaderSchema } from '@milepost/api-contracts/common'
import { projectParamsSchema } from '@milepost/api-contracts/projects'
import {
  createRecurringTaskSchema,
  type RecurringTaskView,
  recurringTaskListSchema,
  recurringTaskParamsSchema,
  recurringTaskSchema,
  updateRecurringTaskSchema,
} from '@milepost/api-contracts/recurring'
import { idempotencyKeys } from '@milepost/db-schemas/projects'
import { admitFirst, admitted } from '@milepost/service-kit/admit'
import { withIdempotency } from '@milepost/service-kit/idempotency'
import { requireIfMatch, versionInIfMatch } from '@milepost/service-kit/if-match'
import { requireVersion } from '@milepost/service-kit/require-version'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { FeatureDeps } from '#deps.ts'
import { projectPolicy } from '#projects/refusals.ts'
import { type BoardHead, findBoardHead } from '#tasks/kanban-statement.ts'
import { createSeries } from './create-series.ts'
import { deleteSeries } from './delete-series.ts'
import { canKeepSeries, seriesPolicy } from './policy.ts'
import { presentSeries } from './present.ts'
import { findSeries, listSeries, type SeriesRow } from './queries.ts'
import { updateSeries } from './update-series.ts'

export const recurringRoutes: FastifyPluginAsyncZod<FeatureDeps> = async (app, { db, now }) => {
  const ofProject = {
    ...{ ...projectPolicy, params: projectParamsSchema },
    find: async ({ project_id }: { project_id: string }) =>
      (await findBoardHead(db, project_id))[0],
  }
  const params = recurringTaskParamsSchema
  const toUpdate = admitFirst({
    ...{ ...seriesPolicy, params, may: canKeepSeries },
    find: ({ recurring_task_id }: { recurring_task_id: string }) =>
      findSeries(db, recurring_task_id),
  })
  const managers = { config: { access: ['admin', 'project_manager'] } } as const

  app.get(
    '/projects/:project_id/recurring-tasks',
    {
      config: { access: 'signed-in' },
      preValidation: admitFirst(ofProject),
      schema: {
        summary: 'List recurring tasks',
        params: projectParamsSchema,
        response: { 200: recurringTaskListSchema },
      },
    },
    async (request) => {
      const { actor } = request
      const project = admitted<BoardHead>(request)
      const series = await listSeries(db, project.id)
      return {
        items: series.map((one) => presentSeries(actor, one)),
        can: { create: canKeepSeries(actor, project) },
      }
    },
  )

  app.post(
    '/projects/:project_id/recurring-tasks',
    {
      ...managers,
      preValidation: admitFirst({ ...ofProject, may: canKeepSeries }),
      schema: {
        summary: 'Add a recurring task',
        params: projectParamsSchema,
        headers: idempotencyHeaderSchema,
        body: createRecurringTaskSchema,
        response: { 201: recurringTaskSchema },
      },
    },
    async ({ actor, params: { project_id: projectId }, headers, body, id }, reply) => {
      const key = headers['idempotency-key']
      const route = `POST /projects/${projectId}/recurring-tasks`
      const request = { key, actorId: actor.id, route, body }
      const answer = await withIdempotency(db, idempotencyKeys, request, async (tx) => {
        const command = { actor, projectId, input: body, correlationId: id, now: now() }
        return { status: 201, body: presentSeries(actor, await createSeries(tx, command)) }
      })
      return reply.code(201).send(answer.body as RecurringTaskView)
    },
  )

  app.patch(
    '/recurring-tasks/:recurring_task_id',
    {
      ...managers,
      preValidation: [toUpdate, requireVersion],
      schema: {
        summary: 'Change a recurring task',
        params,
        body: updateRecurringTaskSchema,
        response: { 200: recurringTaskSchema },
      },
    },
    async (request) => {
      const { actor, body, id: correlationId } = request
      const series = admitted<SeriesRow>(request)
      const command = { actor, series, input: body, correlationId, now: now() }
      return presentSeries(actor, await updateSeries(db, command))
    },
  )

  app.delete(
    '/recurring-tasks/:recurring_task_id',
    {
      ...managers,
      preValidation: [toUpdate, requireIfMatch],
      schema: { summary: 'End a recurring task', params },
    },
    async (request, reply) => {
      const version = versionInIfMatch(request) ?? 0
      const series = admitted<SeriesRow>(request)
      await deleteSeries(db, { actor: request.actor, series, version, now: now() })
      return reply.code(204).send()
    },
  )
}
