import { idempotencyHeaderSchema } from '@milepost/api-contracts/common'
import {
  createEntrySchema,
  entryParamsSchema,
  listEntriesQuerySchema,
  timeEntryPageSchema,
  timeEntrySchema,
  updateEntrySchema,
} from '@milepost/api-contracts/timesheets'
import { admitFirst } from '@milepost/service-kit/admit'
import { encodeCursor } from '@milepost/service-kit/cursor'
import { unknownReference } from '@milepost/service-kit/problem'
import { requireVersion } from '@milepost/service-kit/require-version'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { FeatureDeps } from '#deps.ts'
import { canSeeProject } from '#people/policy.ts'
import { whoseTime } from '#people/whose-time.ts'
import { changeEntry } from './change-entry.ts'
import { parseAfter } from './entry-cursor.ts'
import { logTime } from './log-time.ts'
import { findOwnedEntry, writingOf } from './owned-entry.ts'
import { presentEntry } from './present.ts'
import { findProject, listEntries } from './queries.ts'

const access = ['admin', 'project_manager', 'contributor'] as const

export const entryRoutes: FastifyPluginAsyncZod<FeatureDeps> = async (app, { db, now }) => {
  app.get(
    '/entries',
    {
      config: { access },
      schema: {
        summary: 'List time entries',
        querystring: listEntriesQuerySchema,
        response: { 200: timeEntryPageSchema },
      },
    },
    async ({ actor, query }) => {
      const { user_id, project_id, from, to, limit = 50 } = query
      const person = await whoseTime(db, actor, user_id)
      if (project_id !== undefined) {
        const project = await findProject(db, project_id)
        if (!project || !canSeeProject(actor, project)) throw unknownReference('#/project_id')
      }
      const entries = await listEntries(db, {
        ...{ from, to },
        limit: limit + 1,
        userId: person.id,
        projectId: project_id,
        after: parseAfter(query.cursor),
      })
      const page = entries.slice(0, limit)
      const last = entries.length > limit ? page.at(-1) : undefined
      return {
        items: page.map((entry) => presentEntry(actor, entry)),
        next_cursor: last ? encodeCursor([last.work_date, last.id]) : null,
      }
    },
  )

  app.post(
    '/entries',
    {
      config: { access },
      schema: {
        summary: 'Log time',
        headers: idempotencyHeaderSchema,
        body: createEntrySchema,
        response: { 201: timeEntrySchema },
      },
    },
    async ({ actor, body, headers }, reply) => {
      const idempotencyKey = headers['idempotency-key']
      reply.code(201)
      return logTime(db, { actor, entry: body, idempotencyKey, now: now() })
    },
  )

  app.patch(
    '/entries/:entry_id',
    {
      config: { access },
      preValidation: [
        admitFirst({
          ...writingOf,
          params: entryParamsSchema,
          find: ({ entry_id }) => findOwnedEntry(db, entry_id),
        }),
        requireVersion,
      ],
      schema: {
        summary: 'Change or remove a time entry',
        params: entryParamsSchema,
        body: updateEntrySchema,
        response: { 200: timeEntrySchema },
      },
    },
    async ({ actor, params, body }) =>
      presentEntry(
        actor,
        await changeEntry(db, { actor, entryId: params.entry_id, update: body, now: now() }),
      ),
  )
}
