import {
  listNotificationsQuerySchema,
  markNotificationsSchema,
  notificationPageSchema,
  notificationPreferencesSchema,
  unreadCountSchema,
} from '@milepost/api-contracts/notifications'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { FeatureDeps } from '#deps.ts'
import { visibleTeams } from '#projects/policy.ts'
import { listNotificationPage } from './list-notification-page.ts'
import { readPreferences, replacePreferences } from './preferences.ts'
import { countUnread, markRead, markUnread } from './queries.ts'

/** One's own inbox. Nobody reads another's, an administrator neither. */
export const notificationRoutes: FastifyPluginAsyncZod<FeatureDeps> = async (app, { db }) => {
  const signedIn = { config: { access: 'signed-in' } } as const

  app.get(
    '/notifications',
    {
      ...signedIn,
      schema: {
        summary: 'List one’s notifications',
        querystring: listNotificationsQuerySchema,
        response: { 200: notificationPageSchema },
      },
    },
    async ({ actor, query }) => listNotificationPage(db, actor, query),
  )

  app.post(
    '/notifications/read',
    {
      ...signedIn,
      schema: {
        summary: 'Mark notifications as read or unread',
        body: markNotificationsSchema,
        response: { 200: unreadCountSchema },
      },
    },
    async ({ actor, body }) => {
      const userId = actor.id
      if ('all_until' in body) await markRead(db, { userId, until: body.all_until })
      else if (body.read) await markRead(db, { userId, ids: body.ids })
      else await markUnread(db, { userId, ids: body.ids })
      return { unread_count: await countUnread(db, { userId, teamIds: visibleTeams(actor) }) }
    },
  )

  app.get(
    '/notification-preferences',
    {
      ...signedIn,
      schema: {
        summary: 'Read what one is notified of',
        response: { 200: notificationPreferencesSchema },
      },
    },
    async ({ actor }) => ({ items: await readPreferences(db, actor.id) }),
  )

  app.put(
    '/notification-preferences',
    {
      ...signedIn,
      schema: {
        summary: 'Choose what one is notified of',
        body: notificationPreferencesSchema,
        response: { 200: notificationPreferencesSchema },
      },
    },
    async ({ actor, body }) => {
      await replacePreferences(db, actor, body.items)
      return { items: await readPreferences(db, actor.id) }
    },
  )
}
