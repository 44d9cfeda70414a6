import type { ListCommentsQuery } from '@milepost/api-contracts/discussion'
import type { Db } from '@milepost/db-schemas/database'
import { encodeCursor } from '@milepost/service-kit/cursor'
import { z } from 'zod'
import { readCursor } from '#read-cursor.ts'
import { listComments } from './queries.ts'

const limitDefault = 50
const placeSchema = z.tuple([z.iso.datetime(), z.uuid()])

/** One page of a task's comments, oldest first. */
export async function listCommentPage(
  db: Db,
  taskId: string,
  { cursor, limit = limitDefault }: ListCommentsQuery,
) {
  const [createdAt, id] = cursor === undefined ? [] : readCursor(placeSchema, cursor)
  const after = createdAt === undefined || id === undefined ? undefined : { createdAt, id }
  const found = await listComments(db, { taskId, after, limit: limit + 1 })
  const comments = found.slice(0, limit)
  const last = found.length > limit ? comments.at(-1) : undefined
  return { comments, next_cursor: last ? encodeCursor([last.created_at, last.id]) : null }
}
