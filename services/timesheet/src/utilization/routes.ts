import { utilizationReportSchema } from '@milepost/api-contracts/timesheets'
import type { Db } from '@milepost/db-schemas/database'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { teamsWithin } from '#people/policy.ts'
import { localDate } from '#weeks/iso-week.ts'
import { utilizationPeriod } from './period.ts'
import { presentSums, presentTeam } from './present.ts'
import { listMemberTimes } from './queries.ts'
import { teamSums } from './team-sums.ts'

/** Risk when a team is above it (DESIGN §7). */
const limit_percentage = 90

/** Teams have no time zone of their own; the four weeks are those of the calendar in UTC. */
const currentPeriod = () => utilizationPeriod(localDate(new Date(), 'UTC'))

const schema = {
  summary: 'Read how much of their capacity teams work',
  querystring: z.strictObject({}),
  response: { 200: utilizationReportSchema },
}

export const utilizationRoutes: FastifyPluginAsyncZod<{ db: Db }> = async (app, { db }) => {
  app.get(
    '/api/v1/timesheets/reports/utilization',
    { config: { access: ['admin', 'project_manager', 'executive'] }, schema },
    async ({ actor }) => {
      const period = currentPeriod()
      const sums = teamSums(await listMemberTimes(db, period, teamsWithin(actor)))
      return { ...period, limit_percentage, teams: sums.map((sum) => presentTeam(actor, sum)) }
    },
  )

  // For the risk rules, which need every team's figure and no person's.
  app.get(
    '/internal/v1/utilization',
    { config: { access: 'service' }, schema: { ...schema, hide: true } },
    async () => {
      const period = currentPeriod()
      const sums = teamSums(await listMemberTimes(db, period, null))
      return { ...period, limit_percentage, teams: sums.map(presentSums) }
    },
  )
}
