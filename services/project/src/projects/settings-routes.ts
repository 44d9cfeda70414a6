import {
  favouritesSchema,
  healthHistoryQuerySchema,
  healthHistorySchema,
  projectSettingsSchema,
} from '@milepost/api-contracts/project-settings'
import { projectParamsSchema } from '@milepost/api-contracts/projects'
import { admitFirst, admitted } from '@milepost/service-kit/admit'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { listDeclarations } from '#declarations/list-declarations.ts'
import type { FeatureDeps } from '#deps.ts'
import { listFavourites, setFavourite } from '#favourites/queries.ts'
import { canUpdateProject } from './policy.ts'
import { findProject, type ProjectRow } from './queries.ts'
import { projectPolicy } from './refusals.ts'

export const projectSettingsRoutes: FastifyPluginAsyncZod<FeatureDeps> = async (app, { db }) => {
  const params = projectParamsSchema
  const policy = {
    ...{ params, ...projectPolicy },
    find: ({ project_id }: { project_id: string }) => findProject(db, project_id),
  }
  const signedIn = { config: { access: 'signed-in' } } as const

  app.get(
    '/projects/:project_id/settings',
    {
      ...signedIn,
      preValidation: admitFirst(policy),
      schema: {
        summary: 'Read a project’s settings',
        params,
        response: { 200: projectSettingsSchema },
      },
    },
    async (request) => {
      const project = admitted<ProjectRow>(request)
      return {
        scheduling_mode: project.scheduling_mode,
        archived_at: project.archived_at && new Date(project.archived_at).toISOString(),
        planned_budget: numberOf(project.planned_budget),
        actual_cost: numberOf(project.actual_cost),
        budget_currency: project.budget_currency,
        asset_noun: project.asset_noun,
        version: project.version,
        can: { update: canUpdateProject(request.actor, project) },
      }
    },
  )

  app.get(
    '/projects/:project_id/health-history',
    {
      ...signedIn,
      preValidation: admitFirst(policy),
      schema: {
        summary: 'List what was declared of a project’s health',
        params,
        querystring: healthHistoryQuerySchema,
        response: { 200: healthHistorySchema },
      },
    },
    async ({ params: { project_id }, query }) => listDeclarations(db, project_id, query),
  )

  app.get(
    '/projects/favourites',
    {
      ...signedIn,
      schema: { summary: 'List one’s favourite projects', response: { 200: favouritesSchema } },
    },
    async ({ actor }) => ({ project_ids: await listFavourites(db, actor) }),
  )

  for (const [method, summary] of [
    ['PUT', 'Make a project a favourite'],
    ['DELETE', 'Make a project no favourite'],
  ] as const) {
    app.route({
      method,
      url: '/projects/:project_id/favourite',
      ...signedIn,
      preValidation: admitFirst(policy),
      schema: { summary, params },
      handler: async ({ actor, params: { project_id: projectId } }, reply) => {
        await setFavourite(db, { userId: actor.id, projectId, wanted: method === 'PUT' })
        return reply.code(204).send()
      },
    })
  }
}

/** PostgreSQL's numeric comes as text. */
const numberOf = (amount: unknown) => (amount === null ? null : Number(amount))
