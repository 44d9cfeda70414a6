import { idempotencyHeaderSchema } from '@milepost/api-contracts/common'
import {
  analysisParamsSchema,
  analysisSchema,
  requestAnalysisSchema,
  requestPortfolioAnalysisSchema,
} from '@milepost/api-contracts/insights'
import type { Db } from '@milepost/db-schemas/database'
import { idempotencyKeys } from '@milepost/db-schemas/insights'
import { admitFirst, admitted } from '@milepost/service-kit/admit'
import type { Actor } from '@milepost/service-kit/authentication'
import { withIdempotency } from '@milepost/service-kit/idempotency'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { findInsight } from '#insights/queries.ts'
import { canSeeProject } from '#projects/policy.ts'
import { listActiveProjects } from '#projects/queries.ts'
import { admitProjectInBody } from './admit-body.ts'
import { presentAnalysis } from './present.ts'
import { findRequest } from './queries.ts'
import { canSeeAnalysis, type ScopedRequest, withScope } from './readable.ts'
import { requestAnalysis } from './request-analysis.ts'
import { portfolioScope, projectScope, type Scope } from './scope.ts'

/** Who may have something analysed: it costs money where a model writes. */
const access = ['admin', 'executive', 'project_manager'] as const

export const analysisRoutes: FastifyPluginAsyncZod<{ db: Db; onQueued: () => void }> = async (
  app,
  { db, onQueued },
) => {
  interface Ask {
    actor: Actor
    key: string | undefined
    route: string
    body: unknown
    scope: Scope
    correlationId: string
  }

  async function queue({ actor, key, route, body, scope, correlationId }: Ask) {
    const answer = await withIdempotency(
      db,
      idempotencyKeys,
      { key, actorId: actor.id, route, body },
      async (tx) => ({
        status: 202,
        body: presentAnalysis(await requestAnalysis(tx, { actor, scope, correlationId })),
      }),
    )
    onQueued()
    return analysisSchema.parse(answer.body)
  }

  app.post(
    '/analyze',
    {
      config: { access },
      preValidation: admitProjectInBody(db),
      schema: {
        summary: 'Ask for an analysis of a project',
        headers: idempotencyHeaderSchema,
        body: requestAnalysisSchema,
        response: { 202: analysisSchema },
      },
    },
    async ({ actor, body, headers, id }, reply) => {
      const analysis = await queue({
        actor,
        key: headers['idempotency-key'],
        route: 'POST /insights/analyze',
        body,
        scope: projectScope(body.project_id),
        correlationId: id,
      })
      return reply.code(202).send(analysis)
    },
  )

  app.post(
    '/portfolio/analyze',
    {
      config: { access },
      schema: {
        summary: 'Ask for an analysis of the portfolio',
        headers: idempotencyHeaderSchema,
        body: requestPortfolioAnalysisSchema,
        response: { 202: analysisSchema },
      },
    },
    async ({ actor, body, headers, id }, reply) => {
      const visible = (await listActiveProjects(db)).filter((one) => canSeeProject(actor, one))
      const analysis = await queue({
        actor,
        key: headers['idempotency-key'],
        route: 'POST /insights/portfolio/analyze',
        body,
        scope: portfolioScope(visible.map((project) => project.id)),
        correlationId: id,
      })
      return reply.code(202).send(analysis)
    },
  )

  app.get(
    '/analyze/:analysis_id',
    {
      config: { access: 'signed-in' },
      preValidation: admitFirst({
        params: analysisParamsSchema,
        find: async ({ analysis_id }) => withScope(db, await findRequest(db, analysis_id)),
        see: canSeeAnalysis,
        missing: 'There is no such analysis.',
      }),
      schema: {
        summary: 'Read how far an analysis is',
        params: analysisParamsSchema,
        response: { 200: analysisSchema },
      },
    },
    async (request) => {
      const { request: analysis } = admitted<ScopedRequest>(request)
      const { insight_id } = analysis
      return presentAnalysis(
        analysis,
        insight_id === null ? undefined : await findInsight(db, insight_id),
      )
    },
  )
}
