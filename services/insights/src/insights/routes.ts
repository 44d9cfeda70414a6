import {
  latestInsightSchema,
  progressInsightsSchema,
  riskListSchema,
} from '@milepost/api-contracts/insights'
import { projectParamsSchema } from '@milepost/api-contracts/projects'
import type { Db } from '@milepost/db-schemas/database'
import { admitFirst, admitted } from '@milepost/service-kit/admit'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { isPending } from '#analyses/queries.ts'
import { canAnalyzeProject, canSeeProject } from '#projects/policy.ts'
import { findProject, type ProjectRef } from '#projects/queries.ts'
import { presentLatest, presentProgress, presentRisks } from './present.ts'
import { type Assessment, findLatestInsight, findVerdict, listFacts, listRisks } from './queries.ts'
import { readPortfolio } from './read-portfolio.ts'

export const insightRoutes: FastifyPluginAsyncZod<{ db: Db }> = async (app, { db }) => {
  const ofVisibleProject = {
    config: { access: 'signed-in' },
    preValidation: admitFirst({
      params: projectParamsSchema,
      find: ({ project_id }) => findProject(db, project_id),
      see: canSeeProject,
      missing: 'There is no such project.',
    }),
  } as const

  app.get(
    '/projects/:project_id/summary',
    {
      ...ofVisibleProject,
      schema: {
        summary: 'Read the latest summary of a project',
        params: projectParamsSchema,
        response: { 200: latestInsightSchema },
      },
    },
    async (request) => {
      const project = admitted<ProjectRef>(request)
      return presentLatest(await findLatestInsight(db, project.id), {
        pending: await isPending(db, project.id),
        canAnalyze: canAnalyzeProject(request.actor, project),
        now: new Date(),
      })
    },
  )

  app.get(
    '/projects/:project_id/risks',
    {
      ...ofVisibleProject,
      schema: {
        summary: 'List the risks of a project',
        params: projectParamsSchema,
        response: { 200: riskListSchema },
      },
    },
    async (request) => readRisks(db, admitted<ProjectRef>(request).id),
  )

  app.get(
    '/projects/:project_id/progress-insights',
    {
      ...ofVisibleProject,
      schema: {
        summary: 'Read what is known of a project’s progress',
        params: projectParamsSchema,
        response: { 200: progressInsightsSchema },
      },
    },
    async (request) => {
      const { id } = admitted<ProjectRef>(request)
      return presentProgress(id, await findLatestInsight(db, id))
    },
  )

  app.get(
    '/portfolio/latest',
    {
      config: { access: ['admin', 'executive', 'project_manager'] },
      schema: {
        summary: 'Read the latest summary of the portfolio',
        response: { 200: latestInsightSchema },
      },
    },
    async ({ actor }) => {
      const { scopeKey, insight } = await readPortfolio(db, actor)
      return presentLatest(insight, {
        pending: await isPending(db, scopeKey),
        canAnalyze: true,
        now: new Date(),
      })
    },
  )
}

async function readRisks(db: Db, projectId: string) {
  const risks = await listRisks(db, projectId)
  const [first] = risks
  if (!first) return presentRisks({ projectId, risks, facts: [], verdict: undefined })
  const keys = risks.flatMap(({ assessment }) => (assessment as Assessment).fact_key ?? [])
  return presentRisks({
    projectId,
    risks,
    facts: await listFacts(db, first.insight_id, keys),
    verdict: await findVerdict(db, first.insight_id, projectId),
  })
}
