import { taskRowsSchema } from '@milepost/api-contracts/list'
import { projectParamsSchema } from '@milepost/api-contracts/projects'
import { admitFirst, admitted } from '@milepost/service-kit/admit'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { FeatureDeps } from '#deps.ts'
import { projectPolicy } from '#projects/refusals.ts'
import { isUnchanged, sendReady, sendUnchanged } from '#ready-answer.ts'
import { findListHead, type ListHead } from './rows-statement.ts'
import { listRights, listTag, taskLists } from './task-lists.ts'

export const listRoutes: FastifyPluginAsyncZod<Pick<FeatureDeps, 'db'>> = async (app, { db }) => {
  const answerList = taskLists(db)

  app.get(
    '/projects/:project_id/task-rows',
    {
      config: { access: 'signed-in' },
      preValidation: admitFirst({
        ...projectPolicy,
        params: projectParamsSchema,
        find: async ({ project_id }) => (await findListHead(db, project_id))[0],
      }),
      schema: {
        summary: 'Read all tasks of a project as a table',
        params: projectParamsSchema,
        response: { 200: taskRowsSchema },
      },
    },
    async (request, reply) => {
      const head = admitted<ListHead>(request)
      const can = listRights(request.actor, head)
      const known = listTag(head, can)
      if (isUnchanged(request, known)) return sendUnchanged(reply, known)

      const { answer, etag, wasReady } = await answerList(head, can)
      app.metrics[wasReady ? 'cacheHits' : 'cacheMisses'].inc({ cache: 'list' })
      return sendReady(request, reply, { answer, etag })
    },
  )
}
