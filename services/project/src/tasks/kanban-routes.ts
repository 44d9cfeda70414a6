import { projectParamsSchema } from '@milepost/api-contracts/projects'
import {
  kanbanSchema,
  movedTaskSchema,
  moveTaskSchema,
  taskParamsSchema,
} from '@milepost/api-contracts/tasks'
import { admitFirst, admitted } from '@milepost/service-kit/admit'
import { requireVersion } from '@milepost/service-kit/require-version'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { FeatureDeps } from '#deps.ts'
import { projectPolicy } from '#projects/refusals.ts'
import { isUnchanged, sendReady, sendUnchanged } from '#ready-answer.ts'
import { boardRights, boards, boardTag } from './board.ts'
import { inTurn } from './in-turn.ts'
import { type BoardHead, findBoardHead } from './kanban-statement.ts'
import { findMovableTask, type MovableTask } from './move-statements.ts'
import { moveTask } from './move-task.ts'
import { canMoveTask } from './policy.ts'
import { taskPolicy } from './refusals.ts'

export const kanbanRoutes: FastifyPluginAsyncZod<FeatureDeps> = async (app, { db, now }) => {
  const answerBoard = boards(db)
  const moveInTurn = inTurn()

  app.get(
    '/projects/:project_id/kanban',
    {
      config: { access: 'signed-in' },
      preValidation: admitFirst({
        params: projectParamsSchema,
        find: async ({ project_id }) => (await findBoardHead(db, project_id))[0],
        ...projectPolicy,
      }),
      schema: {
        summary: 'Read a board',
        params: projectParamsSchema,
        response: { 200: kanbanSchema },
      },
    },
    async (request, reply) => {
      const head = admitted<BoardHead>(request)
      const can = boardRights(request.actor, head)
      const known = boardTag(head, can)
      if (isUnchanged(request, known)) return sendUnchanged(reply, known)

      const { answer, etag, wasReady } = await answerBoard(head, can)
      app.metrics[wasReady ? 'cacheHits' : 'cacheMisses'].inc({ cache: 'board' })
      return sendReady(request, reply, { answer, etag })
    },
  )

  app.patch(
    '/tasks/:task_id/move',
    {
      config: { access: ['admin', 'project_manager', 'contributor'] },
      preValidation: [
        admitFirst({
          params: taskParamsSchema,
          find: async ({ task_id }) => (await findMovableTask(db, task_id))[0],
          ...taskPolicy,
          may: canMoveTask,
        }),
        requireVersion,
      ],
      schema: {
        summary: 'Move a card on its board',
        params: taskParamsSchema,
        body: moveTaskSchema,
        response: { 200: movedTaskSchema },
      },
    },
    async (request) => {
      const { actor, body, id } = request
      const task = admitted<MovableTask>(request)
      const command = { actor, task, move: body, correlationId: id, now: now() }
      return moveInTurn(task.project_id, () => moveTask(db, command))
    },
  )
}
