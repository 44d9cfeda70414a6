import { projectParamsSchema } from '@milepost/api-contracts/projects'
import {
  createTemplateSchema,
  saveAsTemplateSchema,
  templateDetailSchema,
  templateListSchema,
  templateParamsSchema,
  templateSchema,
  updateTemplateSchema,
} from '@milepost/api-contracts/templates'
import { admitFirst, admitted } from '@milepost/service-kit/admit'
import { requireIfMatch, versionInIfMatch } from '@milepost/service-kit/if-match'
import { requireVersion } from '@milepost/service-kit/require-version'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { FeatureDeps } from '#deps.ts'
import { canUpdateProject } from '#projects/policy.ts'
import { projectPolicy } from '#projects/refusals.ts'
import { type BoardHead, findBoardHead } from '#tasks/kanban-statement.ts'
import { builtInTemplates } from './built-in-templates.ts'
import { createTemplate } from './create-template.ts'
import { deleteTemplate } from './delete-template.ts'
import { canUpdateTemplate, teamsWithTemplates, templatePolicy } from './policy.ts'
import { presentTemplate, presentTemplateDetail } from './present.ts'
import { findTemplate, listTemplates } from './queries.ts'
import { saveAsTemplate } from './save-as-template.ts'
import type { TemplateRow } from './template-row.ts'
import { updateTemplate } from './update-template.ts'

export const templateRoutes: FastifyPluginAsyncZod<FeatureDeps> = async (app, { db, now }) => {
  const params = templateParamsSchema
  const managers = { config: { access: ['admin', 'project_manager'] } } as const
  const policy = {
    ...{ params, ...templatePolicy },
    find: ({ template_id }: { template_id: string }) => findTemplate(db, template_id),
  }
  const toUpdate = admitFirst({ ...policy, may: canUpdateTemplate })

  app.get(
    '/templates',
    {
      ...managers,
      schema: { summary: 'List project templates', response: { 200: templateListSchema } },
    },
    async ({ actor }) => {
      const saved = await listTemplates(db, teamsWithTemplates(actor))
      return { items: [...builtInTemplates, ...saved].map((one) => presentTemplate(actor, one)) }
    },
  )

  app.post(
    '/templates',
    {
      ...managers,
      schema: {
        summary: 'Add a project template',
        body: createTemplateSchema,
        response: { 201: templateDetailSchema },
      },
    },
    async ({ actor, body }, reply) => {
      const added = await createTemplate(db, { actor, input: body })
      return reply.code(201).send(presentTemplateDetail(actor, added))
    },
  )

  app.get(
    '/templates/:template_id',
    {
      ...managers,
      preValidation: admitFirst(policy),
      schema: {
        summary: 'Read a project template',
        params,
        response: { 200: templateDetailSchema },
      },
    },
    async (request) => presentTemplateDetail(request.actor, admitted<TemplateRow>(request)),
  )

  app.patch(
    '/templates/:template_id',
    {
      ...managers,
      preValidation: [toUpdate, requireVersion],
      schema: {
        summary: 'Change a project template',
        params,
        body: updateTemplateSchema,
        response: { 200: templateDetailSchema },
      },
    },
    async ({ actor, params, body }) => {
      const templateId = params.template_id
      return presentTemplateDetail(
        actor,
        await updateTemplate(db, { actor, templateId, input: body }),
      )
    },
  )

  app.delete(
    '/templates/:template_id',
    {
      ...managers,
      preValidation: [toUpdate, requireIfMatch],
      schema: { summary: 'Delete a project template', params },
    },
    async (request, reply) => {
      const version = versionInIfMatch(request) ?? 0
      const templateId = request.params.template_id
      await deleteTemplate(db, { actor: request.actor, templateId, version, now: now() })
      return reply.code(204).send()
    },
  )

  app.post(
    '/projects/:project_id/save-as-template',
    {
      ...managers,
      preValidation: admitFirst({
        ...{ ...projectPolicy, params: projectParamsSchema, may: canUpdateProject },
        find: async ({ project_id }: { project_id: string }) =>
          (await findBoardHead(db, project_id))[0],
      }),
      schema: {
        summary: 'Keep the plan of a project as a template',
        params: projectParamsSchema,
        body: saveAsTemplateSchema,
        response: { 201: templateSchema },
      },
    },
    async (request, reply) => {
      const project = admitted<BoardHead>(request)
      const added = await saveAsTemplate(db, { project, input: request.body })
      return reply.code(201).send(presentTemplate(request.actor, added))
    },
  )
}
