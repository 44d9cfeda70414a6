import {
  assigneeSuggestionsSchema,
  setTaskSkillsSchema,
  taskSkillListSchema,
} from '@milepost/api-contracts/list'
import { taskParamsSchema } from '@milepost/api-contracts/tasks'
import { admitFirst, admitted } from '@milepost/service-kit/admit'
import { requireVersion } from '@milepost/service-kit/require-version'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { FeatureDeps } from '#deps.ts'
import { canDeleteTask } from '#tasks/policy.ts'
import { findTask, type TaskRow } from '#tasks/queries.ts'
import { taskPolicy } from '#tasks/refusals.ts'
import { listTaskSkills } from './queries.ts'
import { readSuggestions } from './read-suggestions.ts'
import { setTaskSkills } from './set-task-skills.ts'

/** Suggestions name how busy people are, so they are for those who hand out the work. */
export const suggestRoutes: FastifyPluginAsyncZod<Pick<FeatureDeps, 'db' | 'now'>> = async (
  app,
  { db, now },
) => {
  const ofTask = {
    ...taskPolicy,
    params: taskParamsSchema,
    find: ({ task_id }: { task_id: string }) => findTask(db, task_id),
  }
  const managed = admitFirst({ ...ofTask, may: canDeleteTask })

  app.get(
    '/tasks/:task_id/assignee-suggestions',
    {
      config: { access: ['admin', 'project_manager'] },
      preValidation: managed,
      schema: {
        summary: 'Suggest who could do a task',
        params: taskParamsSchema,
        response: { 200: assigneeSuggestionsSchema },
      },
    },
    async (request) => readSuggestions(db, { task: admitted<TaskRow>(request), now: now() }),
  )

  app.get(
    '/tasks/:task_id/skills',
    {
      config: { access: 'signed-in' },
      preValidation: admitFirst(ofTask),
      schema: {
        summary: 'List the skills a task needs',
        params: taskParamsSchema,
        response: { 200: taskSkillListSchema },
      },
    },
    async ({ params }) => ({ items: await listTaskSkills(db, params.task_id) }),
  )

  app.put(
    '/tasks/:task_id/skills',
    {
      config: { access: ['admin', 'project_manager'] },
      preValidation: [managed, requireVersion],
      schema: {
        summary: 'Say which skills a task needs',
        params: taskParamsSchema,
        body: setTaskSkillsSchema,
        response: { 200: taskSkillListSchema },
      },
    },
    async (request) => {
      const { actor, body, id: correlationId } = request
      const task = admitted<TaskRow>(request)
      return { items: await setTaskSkills(db, { actor, task, input: body, correlationId }) }
    },
  )
}
