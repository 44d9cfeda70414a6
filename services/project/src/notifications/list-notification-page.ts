import type { ListNotificationsQuery } from '@milepost/api-contracts/notifications'
import type { Db } from '@milepost/db-schemas/database'
import type { Actor } from '@milepost/service-kit/authentication'
import { encodeCursor } from '@milepost/service-kit/cursor'
import { z } from 'zod'
import { visibleTeams } from '#projects/policy.ts'
import { readCursor } from '#read-cursor.ts'
import { countUnread, listNotifications } from './queries.ts'

const limitDefault = 50
const placeSchema = z.tuple([z.iso.datetime(), z.uuid()])

/** One page of one's own inbox, newest first, with how much of it is unread. */
export async function listNotificationPage(
  db: Db,
  actor: Actor,
  { cursor, limit = limitDefault, unread }: ListNotificationsQuery,
) {
  const [happenedAt, id] = cursor === undefined ? [] : readCursor(placeSchema, cursor)
  const before = happenedAt === undefined || id === undefined ? undefined : { happenedAt, id }
  const reader = { userId: actor.id, teamIds: visibleTeams(actor) }
  const page = { unreadOnly: unread === 'true', before, limit: limit + 1 }
  const [found, unread_count] = await Promise.all([
    listNotifications(db, reader, page),
    countUnread(db, reader),
  ])
  const items = found.slice(0, limit)
  const last = found.length > limit ? items.at(-1) : undefined
  const next_cursor = last ? encodeCursor([last.happened_at, last.id]) : null
  return { items, unread_count, next_cursor }
}
