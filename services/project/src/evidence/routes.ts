import { projectEvidenceSchema } from '@milepost/api-contracts/evidence'
import { projectParamsSchema } from '@milepost/api-contracts/projects'
import { notFound } from '@milepost/service-kit/problem'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { FeatureDeps } from '#deps.ts'
import { sendJson } from '#ready-answer.ts'
import { readEvidence } from './read-evidence.ts'

export const evidenceRoutes: FastifyPluginAsyncZod<FeatureDeps> = async (app, { db, now }) => {
  app.get(
    '/projects/:project_id/evidence',
    {
      config: { access: 'service' },
      schema: { params: projectParamsSchema, response: { 200: projectEvidenceSchema } },
    },
    async ({ params }, reply) => {
      const evidence = await readEvidence(db, { projectId: params.project_id, now: now() })
      if (!evidence) throw notFound('There is no such project.')
      return sendJson(reply, evidence)
    },
  )
}
