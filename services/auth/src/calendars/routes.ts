import {
  type CalendarScope,
  calendarPersonParamsSchema,
  calendarSchema,
  calendarTeamParamsSchema,
  createWindowSchema,
  importCalendarSchema,
  importedCalendarSchema,
  setCalendarDaySchema,
  setWeekendSchema,
  updateWindowSchema,
  windowParamsSchema,
} from '@milepost/api-contracts/calendars'
import { dateSchema, idempotencyHeaderSchema } from '@milepost/api-contracts/common'
import type { Role } from '@milepost/api-contracts/roles'
import { changeWindowViewSchema } from '@milepost/api-contracts/timeline'
import { idempotencyKeys } from '@milepost/db-schemas/auth'
import type { Db } from '@milepost/db-schemas/database'
import { admitFirst, admitted } from '@milepost/service-kit/admit'
import { withIdempotency } from '@milepost/service-kit/idempotency'
import { requireVersion } from '@milepost/service-kit/require-version'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { AuthDeps } from '#deps.ts'
import { findPerson } from '#people/queries.ts'
import { findTeam } from '#teams/queries.ts'
import { importHolidays, setDay, setWeekend, unsetDay } from './change-calendar.ts'
import { type CalendarOwner, calendarPolicy, canUpdateCalendar } from './policy.ts'
import { presentWindow } from './present.ts'
import { readCalendar } from './read-calendar.ts'
import {
  addWindow,
  findWindow,
  type OwnedWindow,
  removeWindow,
  updateWindow,
  windowPolicy,
} from './windows.ts'

/** Where the calendars of a scope are, and who may ask to change one at all. */
interface Place {
  scope: CalendarScope
  path: string
  params: z.ZodObject
  find: (params: Record<string, unknown>) => Promise<CalendarOwner | undefined>
  writers: 'signed-in' | readonly Role[]
}

/** Whose days they are, in the summaries of the routes. */
const of: Record<CalendarScope, string> = {
  organisation: 'of the organisation',
  team: 'of a team',
  person: 'of a person',
}

const placesOf = (db: Db): Place[] => [
  {
    scope: 'organisation',
    path: '/organisation',
    params: z.object({}),
    find: async () => ({ scope: 'organisation' }),
    writers: ['admin'],
  },
  {
    scope: 'team',
    path: '/team/:team_id',
    params: calendarTeamParamsSchema,
    find: async ({ team_id }) => {
      const team = await findTeam(db, String(team_id))
      return team && { scope: 'team', team_id: team.id }
    },
    writers: ['admin', 'project_manager'],
  },
  {
    scope: 'person',
    path: '/person/:user_id',
    params: calendarPersonParamsSchema,
    find: async ({ user_id }) => {
      const person = await findPerson(db, String(user_id))
      return person && { scope: 'person', user_id: person.id, teams: person.teams }
    },
    writers: 'signed-in',
  },
]

export const calendarRoutes: FastifyPluginAsyncZod<{ deps: AuthDeps }> = async (app, { deps }) => {
  const { db } = deps
  // A file is sent as it is, by whoever has no wish to wrap it into JSON.
  app.addContentTypeParser('text/calendar', { parseAs: 'string' }, (_, body, done) => {
    done(null, { ics: body })
  })

  for (const { scope, path, params, find, writers } of placesOf(db)) {
    const policy = { params, find, ...calendarPolicy(scope) }
    const mayChange = admitFirst({ ...policy, may: canUpdateCalendar })
    const write = { config: { access: writers }, preValidation: mayChange }
    const dayParams = params.extend({ day: dateSchema })

    app.get(
      path,
      {
        config: { access: 'signed-in' },
        preValidation: admitFirst(policy),
        schema: {
          summary: `Read a calendar ${of[scope]}`,
          params,
          response: { 200: calendarSchema },
        },
      },
      async (request) => readCalendar(db, request.actor, admitted<CalendarOwner>(request)),
    )

    app.put(
      `${path}/weekend`,
      {
        ...write,
        preValidation: [mayChange, requireVersion],
        schema: {
          summary: `Set the weekend ${of[scope]}`,
          params,
          body: setWeekendSchema,
          response: { 200: calendarSchema },
        },
      },
      async (request) => {
        const where = { actor: request.actor, owner: admitted<CalendarOwner>(request) }
        return setWeekend(db, where, request.body)
      },
    )

    app.post(
      `${path}/days`,
      {
        ...write,
        schema: {
          summary: `Set a day ${of[scope]}`,
          params,
          body: setCalendarDaySchema,
          response: { 200: calendarSchema },
        },
      },
      async (request) => {
        const where = { actor: request.actor, owner: admitted<CalendarOwner>(request) }
        return setDay(db, where, request.body)
      },
    )

    app.delete(
      `${path}/days/:day`,
      { ...write, schema: { summary: `Unset a day ${of[scope]}`, params: dayParams } },
      async (request, reply) => {
        const where = { actor: request.actor, owner: admitted<CalendarOwner>(request) }
        await unsetDay(db, where, String(request.params.day))
        return reply.code(204).send()
      },
    )

    app.post(
      `${path}/import`,
      {
        ...write,
        schema: {
          summary: `Import days off ${of[scope]} from iCalendar`,
          params,
          body: importCalendarSchema,
          response: { 200: importedCalendarSchema },
        },
      },
      async (request) => {
        const where = { actor: request.actor, owner: admitted<CalendarOwner>(request) }
        const today = new Date().toISOString().slice(0, 10)
        return importHolidays(db, where, { ics: request.body.ics, today })
      },
    )

    // Changes are frozen for the organisation or for a team, never for a person.
    if (scope === 'person') continue
    app.post(
      `${path}/windows`,
      {
        ...write,
        schema: {
          summary: `Add a change window ${of[scope]}`,
          params,
          headers: idempotencyHeaderSchema,
          body: createWindowSchema,
          response: { 201: changeWindowViewSchema },
        },
      },
      async (request, reply) => {
        const { actor, headers, body } = request
        const owner = admitted<CalendarOwner>(request)
        const call = {
          key: headers['idempotency-key'],
          actorId: actor.id,
          route: `POST /calendars ${JSON.stringify(owner)} windows`,
          body,
        }
        const answer = await withIdempotency(db, idempotencyKeys, call, async (tx) => ({
          status: 201,
          body: presentWindow(await addWindow(tx, { actor, owner }, body)),
        }))
        return reply.code(201).send(changeWindowViewSchema.parse(answer.body))
      },
    )
  }

  const admitWindow = admitFirst({
    ...windowPolicy,
    params: windowParamsSchema,
    find: ({ window_id }) => findWindow(db, window_id),
  })
  const managers = { config: { access: ['admin', 'project_manager'] } } as const

  app.put(
    '/windows/:window_id',
    {
      ...managers,
      preValidation: admitWindow,
      schema: {
        summary: 'Change a change window',
        params: windowParamsSchema,
        body: updateWindowSchema,
        response: { 200: changeWindowViewSchema },
      },
    },
    async (request) => {
      const which = { actor: request.actor, window: admitted<OwnedWindow>(request) }
      return presentWindow(await updateWindow(db, which, request.body))
    },
  )

  app.delete(
    '/windows/:window_id',
    {
      ...managers,
      preValidation: admitWindow,
      schema: { summary: 'Remove a change window', params: windowParamsSchema },
    },
    async (request, reply) => {
      await removeWindow(db, { actor: request.actor, window: admitted<OwnedWindow>(request) })
      return reply.code(204).send()
    },
  )
}
