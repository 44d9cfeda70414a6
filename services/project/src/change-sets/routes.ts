import { changeSetParamsSchema, undoneChangeSetSchema } from '@milepost/api-contracts/list'
import { admitFirst, admitted } from '@milepost/service-kit/admit'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { FeatureDeps } from '#deps.ts'
import { canUndoChangeSet, changeSetPolicy } from './policy.ts'
import { type ChangeSetRow, findChangeSet } from './queries.ts'
import { undoChangeSet } from './undo-change-set.ts'

export const changeSetRoutes: FastifyPluginAsyncZod<Pick<FeatureDeps, 'db' | 'now'>> = async (
  app,
  { db, now },
) => {
  app.post(
    '/change-sets/:change_set_id/undo',
    {
      config: { access: ['admin', 'project_manager', 'contributor'] },
      preValidation: admitFirst({
        ...changeSetPolicy,
        params: changeSetParamsSchema,
        find: ({ change_set_id }) => findChangeSet(db, change_set_id),
        may: canUndoChangeSet,
      }),
      schema: {
        summary: 'Undo many changes as one',
        params: changeSetParamsSchema,
        response: { 200: undoneChangeSetSchema },
      },
    },
    async (request) => {
      const { actor, id: correlationId } = request
      const changeSet = admitted<ChangeSetRow>(request)
      const at = now()
      const tasks = await undoChangeSet(db, { actor, changeSet, correlationId, now: at })
      const { id, project_id } = changeSet
      return { id, project_id, undone_at: at.toISOString(), tasks }
    },
  )
}
