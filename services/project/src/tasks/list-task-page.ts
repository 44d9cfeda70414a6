import type { ListTasksQuery } from '@milepost/api-contracts/tasks'
import type { Db } from '@milepost/db-schemas/database'
import { encodeCursor } from '@milepost/service-kit/cursor'
import { z } from 'zod'
import { readCursor } from '#read-cursor.ts'
import { listTasks } from './queries.ts'

const limitDefault = 100
const placeSchema = z.tuple([z.int()])

/** One page of a project's tasks, by number. */
export async function listTaskPage(
  db: Db,
  projectId: string,
  { status, cursor, limit = limitDefault }: ListTasksQuery,
) {
  const [afterNumber] = cursor === undefined ? [0] : readCursor(placeSchema, cursor)
  const found = await listTasks(db, { projectId, status, afterNumber, limit: limit + 1 })
  const tasks = found.slice(0, limit)
  const last = found.length > limit ? tasks.at(-1) : undefined
  return { tasks, next_cursor: last ? encodeCursor([last.number]) : null }
}
