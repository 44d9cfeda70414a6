import { idempotencyHeaderSchema } from '@milepost/api-contracts/common'
import {
  type CommentView,
  commentPageSchema,
  commentSchema,
  createCommentSchema,
  listCommentsQuerySchema,
  taskParamsSchema,
} from '@milepost/api-contracts/tasks'
import { idempotencyKeys } from '@milepost/db-schemas/projects'
import { admitFirst } from '@milepost/service-kit/admit'
import { withIdempotency } from '@milepost/service-kit/idempotency'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { FeatureDeps } from '#deps.ts'
import { findMovableTask } from '#tasks/move-statements.ts'
import { canComment } from '#tasks/policy.ts'
import { taskPolicy } from '#tasks/refusals.ts'
import { addComment } from './add-comment.ts'
import { listCommentPage } from './list-comment-page.ts'
import { presentComment } from './present.ts'

export const commentRoutes: FastifyPluginAsyncZod<FeatureDeps> = async (app, { db }) => {
  const params = taskParamsSchema
  const policy = {
    ...{ params, ...taskPolicy },
    find: async ({ task_id }: { task_id: string }) => (await findMovableTask(db, task_id))[0],
  }

  app.get(
    '/tasks/:task_id/comments',
    {
      config: { access: 'signed-in' },
      preValidation: admitFirst(policy),
      schema: {
        params,
        querystring: listCommentsQuerySchema,
        response: { 200: commentPageSchema },
      },
    },
    async ({ params, query }) => {
      const { comments, next_cursor } = await listCommentPage(db, params.task_id, query)
      return { items: comments.map(presentComment), next_cursor }
    },
  )

  app.post(
    '/tasks/:task_id/comments',
    {
      config: { access: ['admin', 'project_manager', 'contributor'] },
      preValidation: admitFirst({ ...policy, may: canComment }),
      schema: {
        params,
        headers: idempotencyHeaderSchema,
        body: createCommentSchema,
        response: { 201: commentSchema },
      },
    },
    async ({ actor, params, headers, body, id }, reply) => {
      const { task_id: taskId } = params
      const request = {
        key: headers['idempotency-key'],
        actorId: actor.id,
        route: `POST /tasks/${taskId}/comments`,
        body,
      }
      const answer = await withIdempotency(db, idempotencyKeys, request, async (tx) => {
        const command = { actor, taskId, body: body.body, correlationId: id }
        return { status: 201, body: presentComment(await addComment(tx, command)) }
      })
      return reply.code(201).send(answer.body as CommentView)
    },
  )
}
