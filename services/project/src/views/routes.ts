import {
  createViewSchema,
  savedViewListSchema,
  savedViewSchema,
  updateViewSchema,
  viewParamsSchema,
} from '@milepost/api-contracts/list'
import { projectParamsSchema } from '@milepost/api-contracts/projects'
import { admitFirst, admitted } from '@milepost/service-kit/admit'
import { requireIfMatch, versionInIfMatch } from '@milepost/service-kit/if-match'
import { requireVersion } from '@milepost/service-kit/require-version'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { FeatureDeps } from '#deps.ts'
import { projectPolicy } from '#projects/refusals.ts'
import { type BoardHead, findBoardHead } from '#tasks/kanban-statement.ts'
import { createView } from './create-view.ts'
import { deleteView } from './delete-view.ts'
import { canChangeView, canKeepViews, viewPolicy } from './policy.ts'
import { presentView } from './present.ts'
import { findView, listViews, type ViewRow } from './queries.ts'
import { updateView } from './update-view.ts'

/** An executive reads, and writes nothing. */
const writers = ['admin', 'project_manager', 'contributor'] as const

/** Everybody who works on a project keeps views of it; a shared one is everybody's to use. */
export const viewRoutes: FastifyPluginAsyncZod<Pick<FeatureDeps, 'db'>> = async (app, { db }) => {
  const ofProject = {
    ...projectPolicy,
    params: projectParamsSchema,
    find: async ({ project_id }: { project_id: string }) =>
      (await findBoardHead(db, project_id))[0],
  }
  const ofView = {
    ...viewPolicy,
    params: viewParamsSchema,
    find: ({ view_id }: { view_id: string }) => findView(db, view_id),
    may: canChangeView,
  }

  app.get(
    '/projects/:project_id/views',
    {
      config: { access: 'signed-in' },
      preValidation: admitFirst(ofProject),
      schema: {
        summary: 'List saved views',
        params: projectParamsSchema,
        response: { 200: savedViewListSchema },
      },
    },
    async ({ actor, params }) => {
      const views = await listViews(db, { projectId: params.project_id, readerId: actor.id })
      const can = { create: canKeepViews(actor) }
      return { items: views.map((view) => presentView(actor, view)), can }
    },
  )

  app.post(
    '/projects/:project_id/views',
    {
      config: { access: writers },
      preValidation: admitFirst(ofProject),
      schema: {
        summary: 'Save a view',
        params: projectParamsSchema,
        body: createViewSchema,
        response: { 201: savedViewSchema },
      },
    },
    async (request, reply) => {
      const { actor, body } = request
      const project = admitted<BoardHead>(request)
      return reply
        .code(201)
        .send(presentView(actor, await createView(db, { actor, project, input: body })))
    },
  )

  app.patch(
    '/views/:view_id',
    {
      config: { access: writers },
      preValidation: [admitFirst(ofView), requireVersion],
      schema: {
        summary: 'Change a saved view',
        params: viewParamsSchema,
        body: updateViewSchema,
        response: { 200: savedViewSchema },
      },
    },
    async (request) => {
      const { actor, body } = request
      const view = admitted<ViewRow>(request)
      return presentView(actor, await updateView(db, { actor, view, input: body }))
    },
  )

  app.delete(
    '/views/:view_id',
    {
      config: { access: writers },
      preValidation: [admitFirst(ofView), requireIfMatch],
      schema: { summary: 'Delete a saved view', params: viewParamsSchema },
    },
    async (request, reply) => {
      const version = versionInIfMatch(request) ?? 0
      const view = admitted<ViewRow>(request)
      await deleteView(db, { actor: request.actor, view, version })
      return reply.code(204).send()
    },
  )
}
