import {
  importFileSchema,
  importPreviewSchema,
  importResultSchema,
} from '@milepost/api-contracts/imports'
import { projectParamsSchema } from '@milepost/api-contracts/projects'
import { admitFirst, admitted } from '@milepost/service-kit/admit'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { FeatureDeps } from '#deps.ts'
import { projectPolicy } from '#projects/refusals.ts'
import { type BoardHead, findBoardHead } from '#tasks/kanban-statement.ts'
import { canCreateTask } from '#tasks/policy.ts'
import { previewImport } from './preview-import.ts'
import { runImport } from './run-import.ts'

/** A file of 10 MiB in base64, with what says how to read it. */
const bodyLimit = 14 * 1024 * 1024

export const importRoutes: FastifyPluginAsyncZod<FeatureDeps> = async (app, { db, now }) => {
  const params = projectParamsSchema
  const options = {
    config: { access: ['admin', 'project_manager'] },
    bodyLimit,
    preValidation: admitFirst({
      ...{ ...projectPolicy, params, may: canCreateTask },
      find: async ({ project_id }: { project_id: string }) =>
        (await findBoardHead(db, project_id))[0],
    }),
  } as const

  app.post(
    '/projects/:project_id/imports/preview',
    {
      ...options,
      schema: {
        summary: 'Tell what importing a file would do',
        params,
        body: importFileSchema,
        response: { 200: importPreviewSchema },
      },
    },
    async (request) => {
      const project = admitted<BoardHead>(request)
      return previewImport(db, { project, file: request.body, now: now() })
    },
  )

  app.post(
    '/projects/:project_id/imports',
    {
      ...options,
      schema: {
        summary: 'Import a file',
        params,
        body: importFileSchema,
        response: { 200: importResultSchema },
      },
    },
    async (request) => {
      const { actor, body, id: correlationId } = request
      const projectId = admitted<BoardHead>(request).id
      return runImport(db, { actor, projectId, file: body, correlationId, now: now() })
    },
  )
}
