import { createHash } from 'node:crypto'
import { portfolioOverviewSchema } from '@milepost/api-contracts/portfolio'
import type { Actor } from '@milepost/service-kit/authentication'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { FeatureDeps } from '#deps.ts'
import { visibleTeams } from '#projects/policy.ts'
import { isUnchanged, sendReady, sendUnchanged } from '#ready-answer.ts'
import { portfolios } from './portfolios.ts'

export const portfolioRoutes: FastifyPluginAsyncZod<FeatureDeps> = async (app, { db, now }) => {
  const { findVersion, answer } = portfolios(db)

  app.get(
    '/portfolio/overview',
    {
      config: { access: ['admin', 'project_manager', 'executive'] },
      schema: { summary: 'Read the portfolio', response: { 200: portfolioOverviewSchema } },
    },
    async (request, reply) => {
      const reader = readerOf(request.actor)
      const moment = now()
      const version = await findVersion(reader, moment)
      const etag = tagOf(version, reader.key)
      if (isUnchanged(request, etag)) return sendUnchanged(reply, etag)

      const { ready, wasReady } = await answer(reader, version, moment)
      app.metrics[wasReady ? 'cacheHits' : 'cacheMisses'].inc({ cache: 'portfolio' })
      return sendReady(request, reply, { answer: ready, etag })
    },
  )
}

/** Readers with the same teams and the same rights get the same bytes. */
function readerOf(actor: Actor) {
  const teamIds = visibleTeams(actor)?.toSorted() ?? null
  const can = {
    analyze: true,
    create_project: actor.roles.includes('admin') || actor.roles.includes('project_manager'),
  }
  return { teamIds, can, key: `${teamIds?.join() ?? 'all'} ${can.create_project}` }
}

const tagOf = (version: string, key: string) =>
  `"${version}-${createHash('sha256').update(key).digest('hex').slice(0, 8)}"`
