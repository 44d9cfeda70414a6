import { idempotencyHeaderSchema } from '@milepost/api-contracts/common'
import {
  commentPageSchema,
  commentParamsSchema,
  commentSchema,
  createCommentSchema,
  listCommentsQuerySchema,
  reactionParamsSchema,
  updateCommentSchema,
} from '@milepost/api-contracts/discussion'
import { taskParamsSchema } from '@milepost/api-contracts/tasks'
import { idempotencyKeys } from '@milepost/db-schemas/projects'
import { admit, admitFirst } from '@milepost/service-kit/admit'
import { withIdempotency } from '@milepost/service-kit/idempotency'
import { requireVersion } from '@milepost/service-kit/require-version'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { FeatureDeps } from '#deps.ts'
import { findMovableTask } from '#tasks/move-statements.ts'
import { canComment } from '#tasks/policy.ts'
import { taskPolicy } from '#tasks/refusals.ts'
import { addComment } from './add-comment.ts'
import { deleteComment } from './delete-comment.ts'
import { editComment } from './edit-comment.ts'
import { listCommentPage } from './list-comment-page.ts'
import { canDeleteComment, canEditComment, canReact, commentPolicy } from './policy.ts'
import { presentComment } from './present.ts'
import { findComment } from './queries.ts'
import { setReaction } from './set-reaction.ts'

export const commentRoutes: FastifyPluginAsyncZod<FeatureDeps> = async (app, { db }) => {
  const ofTask = {
    ...{ params: taskParamsSchema, ...taskPolicy },
    find: async ({ task_id }: { task_id: string }) => (await findMovableTask(db, task_id))[0],
  }
  const find = ({ comment_id }: { comment_id: string }) => findComment(db, comment_id)
  const ofComment = { ...commentPolicy, params: commentParamsSchema, find }
  const writers = { config: { access: ['admin', 'project_manager', 'contributor'] } } as const

  app.get(
    '/tasks/:task_id/comments',
    {
      config: { access: 'signed-in' },
      preValidation: admitFirst(ofTask),
      schema: {
        summary: 'List comments on a task',
        params: taskParamsSchema,
        querystring: listCommentsQuerySchema,
        response: { 200: commentPageSchema },
      },
    },
    async ({ actor, params, query }) => {
      const { comments, next_cursor } = await listCommentPage(db, params.task_id, query)
      return { items: comments.map((comment) => presentComment(actor, comment)), next_cursor }
    },
  )

  app.post(
    '/tasks/:task_id/comments',
    {
      ...writers,
      preValidation: admitFirst({ ...ofTask, may: canComment }),
      schema: {
        summary: 'Comment on a task',
        params: taskParamsSchema,
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
        return { status: 201, body: presentComment(actor, await addComment(tx, command)) }
      })
      return reply.code(201).send(answer.body)
    },
  )

  app.patch(
    '/comments/:comment_id',
    {
      ...writers,
      preValidation: [admitFirst({ ...ofComment, may: canEditComment }), requireVersion],
      schema: {
        summary: 'Change a comment',
        params: commentParamsSchema,
        body: updateCommentSchema,
        response: { 200: commentSchema },
      },
    },
    async ({ actor, params, body, id }) => {
      const commentId = params.comment_id
      await editComment(db, { actor, commentId, input: body, correlationId: id })
      return presentComment(actor, admit(actor, await findComment(db, commentId), commentPolicy))
    },
  )

  app.delete(
    '/comments/:comment_id',
    {
      ...writers,
      preValidation: admitFirst({ ...ofComment, may: canDeleteComment }),
      schema: { summary: 'Delete a comment', params: commentParamsSchema },
    },
    async ({ actor, params, id }, reply) => {
      await deleteComment(db, { actor, commentId: params.comment_id, correlationId: id })
      return reply.code(204).send()
    },
  )

  for (const method of ['PUT', 'DELETE'] as const) {
    app.route({
      ...writers,
      method,
      url: '/comments/:comment_id/reactions/:reaction',
      preValidation: admitFirst({ ...ofComment, may: canReact }),
      schema: {
        summary: method === 'PUT' ? 'React to a comment' : 'Take a reaction back',
        params: reactionParamsSchema,
      },
      async handler({ actor, params, id }, reply) {
        const { comment_id: commentId, reaction } = params
        const given = method === 'PUT'
        await setReaction(db, { actor, commentId, reaction, given, correlationId: id })
        return reply.code(204).send()
      },
    })
  }
}
