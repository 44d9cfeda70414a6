import {
  columnListSchema,
  columnParamsSchema,
  createColumnSchema,
  orderColumnsSchema,
  updateColumnSchema,
} from '@milepost/api-contracts/columns'
import { projectParamsSchema } from '@milepost/api-contracts/projects'
import { boardColumns } from '@milepost/db-schemas/board'
import { admitFirst, admitted } from '@milepost/service-kit/admit'
import { conflict, invalidRequest, unknownReference } from '@milepost/service-kit/problem'
import { eq } from 'drizzle-orm'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { FeatureDeps } from '#deps.ts'
import { canSeeProject, canUpdateProject } from '#projects/policy.ts'
import { projectPolicy } from '#projects/refusals.ts'
import { findBoardHead } from '#tasks/kanban-statement.ts'
import { changeColumns } from './change-columns.ts'
import { type ColumnRow, emptyColumn, findColumn, saveOrder } from './queries.ts'

const columnsMax = 30

export const columnRoutes: FastifyPluginAsyncZod<FeatureDeps> = async (app, { db }) => {
  const managers = { config: { access: ['admin', 'project_manager'] } } as const
  const ofProject = admitFirst({
    ...projectPolicy,
    params: projectParamsSchema,
    find: async ({ project_id }) => (await findBoardHead(db, project_id))[0],
    may: canUpdateProject,
  })
  const ofColumn = admitFirst({
    params: columnParamsSchema,
    find: ({ column_id }) => findColumn(db, column_id),
    see: canSeeProject,
    may: canUpdateProject,
    missing: 'There is no such column.',
  })
  const response = { 200: columnListSchema }

  app.post(
    '/projects/:project_id/columns',
    {
      ...managers,
      preValidation: ofProject,
      schema: {
        summary: 'Add a column to a board',
        params: projectParamsSchema,
        body: createColumnSchema,
        response: { 201: columnListSchema },
      },
    },
    async ({ actor, params: { project_id: projectId }, body, id }, reply) => {
      const command = { actor, projectId, correlationId: id }
      const columns = await changeColumns(db, command, async (tx, known) => {
        if (known.length >= columnsMax) {
          throw conflict('too-many-columns', `A board has at most ${columnsMax} columns.`)
        }
        // Beside the others of its status, so that the board still reads from left to right.
        const last = known.findLastIndex(({ status }) => status === body.status)
        const [added] = await tx
          .insert(boardColumns)
          .values({ ...body, project_id: projectId, position: known.length })
          .returning()
        const ids = known.map((column) => column.id)
        if (added) await saveOrder(tx, ids.toSpliced(last + 1, 0, added.id))
      })
      return reply.code(201).send(columns)
    },
  )

  app.put(
    '/projects/:project_id/columns/order',
    {
      ...managers,
      preValidation: ofProject,
      schema: {
        summary: 'Put the columns of a board in order',
        params: projectParamsSchema,
        body: orderColumnsSchema,
        response,
      },
    },
    async ({ actor, params: { project_id: projectId }, body: { column_ids: ids }, id }) =>
      changeColumns(db, { actor, projectId, correlationId: id }, async (tx, known) => {
        const board = new Set(known.map((column) => column.id))
        const unknown = ids.findIndex((one) => !board.has(one))
        if (unknown !== -1) throw unknownReference(`#/column_ids/${unknown}`)
        if (new Set(ids).size !== ids.length || ids.length !== known.length) {
          throw invalidRequest([
            { pointer: '#/column_ids', detail: 'Name every column of the board once.' },
          ])
        }
        await saveOrder(tx, ids)
      }),
  )

  app.patch(
    '/columns/:column_id',
    {
      ...managers,
      preValidation: ofColumn,
      schema: {
        summary: 'Rename or limit a column',
        params: columnParamsSchema,
        body: updateColumnSchema,
        response,
      },
    },
    async (request) => {
      const { actor, body, id } = request
      const column = admitted<ColumnRow>(request)
      const command = { actor, projectId: column.project_id, correlationId: id }
      return changeColumns(db, command, async (tx) => {
        if (Object.keys(body).length > 0)
          await tx.update(boardColumns).set(body).where(eq(boardColumns.id, column.id))
      })
    },
  )

  app.delete(
    '/columns/:column_id',
    {
      ...managers,
      preValidation: ofColumn,
      schema: {
        summary: 'Remove a column; its cards go to the first of their status',
        params: columnParamsSchema,
        response,
      },
    },
    async (request) => {
      const { actor, id } = request
      const column = admitted<ColumnRow>(request)
      const command = { actor, projectId: column.project_id, correlationId: id }
      return changeColumns(db, command, async (tx, known) => {
        const others = known.filter((one) => one.status === column.status && one.id !== column.id)
        if (others.length === 0) {
          throw conflict(
            'last-column',
            'Every status keeps one column: its cards would be nowhere.',
          )
        }
        await emptyColumn(tx, column.id)
        await tx.delete(boardColumns).where(eq(boardColumns.id, column.id))
      })
    },
  )
}
