import { exportQuerySchema } from '@milepost/api-contracts/imports'
import { projectParamsSchema } from '@milepost/api-contracts/projects'
import { admitFirst, admitted } from '@milepost/service-kit/admit'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { contentDisposition } from '#attachments/file-name.ts'
import type { FeatureDeps } from '#deps.ts'
import { projectPolicy } from '#projects/refusals.ts'
import { type BoardHead, findBoardHead } from '#tasks/kanban-statement.ts'
import { canExport, canExportHours } from './policy.ts'
import { readProjectFile } from './read-project-file.ts'
import { writeExport } from './write-export.ts'

export const exportRoutes: FastifyPluginAsyncZod<Pick<FeatureDeps, 'db'>> = async (app, { db }) => {
  const params = projectParamsSchema

  app.get(
    '/projects/:project_id/export',
    {
      config: { access: ['admin', 'project_manager', 'executive'] },
      preValidation: admitFirst({
        ...{ ...projectPolicy, params, may: canExport },
        find: async ({ project_id }: { project_id: string }) =>
          (await findBoardHead(db, project_id))[0],
      }),
      schema: {
        summary: 'Download a project as JSON, MS Project XML, CSV or Excel',
        params,
        querystring: exportQuerySchema,
      },
    },
    async (request, reply) => {
      const { actor, query } = request
      const project = admitted<BoardHead>(request)
      const withHours = canExportHours(actor, project)
      const file = await readProjectFile(db, { projectId: project.id, withHours })
      const { content, type, extension } = await writeExport(file, query.format)
      reply.headers({
        'content-disposition': contentDisposition('attachment', `${project.key}.${extension}`),
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
      })
      return reply.type(type).send(content)
    },
  )
}
