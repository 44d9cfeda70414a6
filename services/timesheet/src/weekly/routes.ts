import { idempotencyHeaderSchema } from '@milepost/api-contracts/common'
import {
  submitWeekSchema,
  weeklyQuerySchema,
  weeklyTimesheetSchema,
  weekSummarySchema,
} from '@milepost/api-contracts/timesheets'
import { invalidRequest } from '@milepost/service-kit/problem'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { FeatureDeps } from '#deps.ts'
import { whoseTime } from '#people/whose-time.ts'
import { mondayOfIsoWeek } from '#weeks/iso-week.ts'
import { readWeek } from './read-week.ts'
import { submitWeek } from './submit-week.ts'

const access = ['admin', 'project_manager', 'contributor'] as const

export const weeklyRoutes: FastifyPluginAsyncZod<FeatureDeps> = async (app, { db, now }) => {
  app.get(
    '/weekly',
    {
      config: { access },
      schema: {
        summary: 'Read a week',
        querystring: weeklyQuerySchema,
        response: { 200: weeklyTimesheetSchema },
      },
    },
    async ({ actor, query: { week, user_id } }) => {
      const monday = week === undefined ? undefined : parseWeek(week)
      const person = await whoseTime(db, actor, user_id)
      return readWeek(db, { actor, person, monday, now: now() })
    },
  )

  app.post(
    '/weekly/submit',
    {
      config: { access },
      schema: {
        summary: 'Hand in a week',
        headers: idempotencyHeaderSchema,
        body: submitWeekSchema,
        response: { 200: weekSummarySchema },
      },
    },
    async ({ actor, body, headers, id }) =>
      submitWeek(db, {
        actor,
        monday: parseWeek(body.week),
        idempotencyKey: headers['idempotency-key'],
        correlationId: id,
        now: now(),
      }),
  )
}

/** The Monday; 400 for a week that its year does not have. */
function parseWeek(week: string): string {
  const monday = mondayOfIsoWeek(week)
  if (monday === undefined) {
    throw invalidRequest([{ pointer: '#/week', detail: 'That year has no such week.' }])
  }
  return monday
}
