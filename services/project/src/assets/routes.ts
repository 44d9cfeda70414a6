import {
  assetBurnUpSchema,
  assetPageSchema,
  importAssetsSchema,
  importedAssetsSchema,
  listAssetsQuerySchema,
} from '@milepost/api-contracts/project-settings'
import { projectParamsSchema } from '@milepost/api-contracts/projects'
import { admitFirst, admitted } from '@milepost/service-kit/admit'
import { encodeCursor } from '@milepost/service-kit/cursor'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { dayOf } from '#calendar-day.ts'
import type { FeatureDeps } from '#deps.ts'
import { canUpdateProject } from '#projects/policy.ts'
import { findProject, type ProjectRow } from '#projects/queries.ts'
import { projectPolicy } from '#projects/refusals.ts'
import { readCursor } from '#read-cursor.ts'
import { importAssets } from './import-assets.ts'
import { countAssets, listAssets, readBurnUp } from './queries.ts'

const limitDefault = 50
/** What the project counts where nobody has named it. */
const nounDefault = 'items'

export const assetRoutes: FastifyPluginAsyncZod<FeatureDeps> = async (app, { db, now }) => {
  const params = projectParamsSchema
  const policy = {
    ...{ params, ...projectPolicy },
    find: ({ project_id }: { project_id: string }) => findProject(db, project_id),
  }
  const signedIn = { config: { access: 'signed-in' } } as const

  app.get(
    '/projects/:project_id/assets',
    {
      ...signedIn,
      preValidation: admitFirst(policy),
      schema: {
        summary: 'List the assets a project moves or changes',
        params,
        querystring: listAssetsQuerySchema,
        response: { 200: assetPageSchema },
      },
    },
    async ({ params: { project_id: projectId }, query }) => {
      const { cursor, limit = limitDefault } = query
      const [after] = cursor === undefined ? [] : readCursor(z.tuple([z.string()]), cursor)
      const resolved = query.resolved === undefined ? undefined : query.resolved === 'true'
      const [found, counts] = await Promise.all([
        listAssets(db, projectId, { resolved, after, limit: limit + 1 }),
        countAssets(db, projectId),
      ])
      const items = found.slice(0, limit)
      const last = found.length > limit ? items.at(-1) : undefined
      return { items, next_cursor: last ? encodeCursor([last.reference]) : null, ...counts }
    },
  )

  app.get(
    '/projects/:project_id/assets/burn-up',
    {
      ...signedIn,
      preValidation: admitFirst(policy),
      schema: {
        summary: 'Read how many assets are done by week',
        params,
        response: { 200: assetBurnUpSchema },
      },
    },
    async (request) => {
      const { id, asset_noun } = admitted<ProjectRow>(request)
      const [counts, points] = await Promise.all([
        countAssets(db, id),
        readBurnUp(db, id, dayOf(now())),
      ])
      return { noun: asset_noun ?? nounDefault, ...counts, points }
    },
  )

  app.post(
    '/projects/:project_id/assets/import',
    {
      config: { access: ['admin', 'project_manager'] },
      bodyLimit: 4 * 1024 * 1024,
      preValidation: admitFirst({ ...policy, may: canUpdateProject }),
      schema: {
        summary: 'Import assets from a file',
        params,
        body: importAssetsSchema,
        response: { 200: importedAssetsSchema },
      },
    },
    async ({ actor, params: { project_id: projectId }, body, id }) =>
      importAssets(db, { actor, projectId, input: body, correlationId: id }),
  )
}
