import { idempotencyHeaderSchema, ifMatchHeaderSchema } from '@milepost/api-contracts/common'
import {
  createProjectSchema,
  listProjectsQuerySchema,
  memberListSchema,
  projectPageSchema,
  projectParamsSchema,
  projectSchema,
  updateProjectSchema,
} from '@milepost/api-contracts/projects'
import { idempotencyKeys } from '@milepost/db-schemas/projects'
import { admitFirst, admitted } from '@milepost/service-kit/admit'
import { withIdempotency } from '@milepost/service-kit/idempotency'
import { versionInIfMatch } from '@milepost/service-kit/if-match'
import { requireVersion } from '@milepost/service-kit/require-version'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { FeatureDeps } from '#deps.ts'
import { listActiveMembers } from '#people/queries.ts'
import { createProject } from './create-project.ts'
import { deleteProject } from './delete-project.ts'
import { listVisibleProjects } from './list-visible-projects.ts'
import { canDeleteProject, canUpdateProject } from './policy.ts'
import { presentProject } from './present.ts'
import { findProject, type ProjectRow } from './queries.ts'
import { projectPolicy } from './refusals.ts'
import { updateProject } from './update-project.ts'

export const projectRoutes: FastifyPluginAsyncZod<FeatureDeps> = async (app, { db, now }) => {
  const params = projectParamsSchema
  const policy = {
    ...{ params, ...projectPolicy },
    find: ({ project_id }: { project_id: string }) => findProject(db, project_id),
  }
  const managers = { config: { access: ['admin', 'project_manager'] } } as const
  const signedIn = { config: { access: 'signed-in' } } as const

  app.get(
    '/projects',
    {
      ...signedIn,
      schema: {
        summary: 'List projects',
        querystring: listProjectsQuerySchema,
        response: { 200: projectPageSchema },
      },
    },
    async ({ actor, query }) => {
      const { projects, ...page } = await listVisibleProjects(db, actor, query)
      return { items: projects.map((project) => presentProject(actor, project)), ...page }
    },
  )

  app.post(
    '/projects',
    {
      ...managers,
      schema: {
        summary: 'Create a project',
        headers: idempotencyHeaderSchema,
        body: createProjectSchema,
        response: { 201: projectSchema },
      },
    },
    async ({ actor, headers, body, id }, reply) => {
      const key = headers['idempotency-key']
      const request = { key, actorId: actor.id, route: 'POST /projects', body }
      const answer = await withIdempotency(db, idempotencyKeys, request, async (tx) => {
        const command = { actor, input: body, correlationId: id, now: now() }
        return { status: 201, body: presentProject(actor, await createProject(tx, command)) }
      })
      return reply.code(201).send(answer.body)
    },
  )

  app.get(
    '/projects/:project_id',
    {
      ...signedIn,
      preValidation: admitFirst(policy),
      schema: { summary: 'Read a project', params, response: { 200: projectSchema } },
    },
    async (request) => presentProject(request.actor, admitted<ProjectRow>(request)),
  )

  app.patch(
    '/projects/:project_id',
    {
      ...managers,
      preValidation: [admitFirst({ ...policy, may: canUpdateProject }), requireVersion],
      schema: {
        summary: 'Change a project',
        params,
        body: updateProjectSchema,
        response: { 200: projectSchema },
      },
    },
    async ({ actor, params, body, id }) => {
      const { project_id: projectId } = params
      const command = { actor, projectId, input: body, correlationId: id, now: now() }
      return presentProject(actor, await updateProject(db, command))
    },
  )

  app.delete(
    '/projects/:project_id',
    {
      ...managers,
      preValidation: admitFirst({ ...policy, may: canDeleteProject }),
      schema: { summary: 'Delete a project', params, headers: ifMatchHeaderSchema },
    },
    async (request, reply) => {
      const { actor, params, id } = request
      const version = versionInIfMatch(request)
      const { project_id: projectId } = params
      await deleteProject(db, { actor, projectId, version, correlationId: id, now: now() })
      return reply.code(204).send()
    },
  )

  app.get(
    '/projects/:project_id/members',
    {
      ...signedIn,
      preValidation: admitFirst(policy),
      schema: {
        summary: 'List who can be given tasks of a project',
        params,
        response: { 200: memberListSchema },
      },
    },
    async (request) => ({
      items: await listActiveMembers(db, admitted<ProjectRow>(request).team_id),
    }),
  )
}
