import type { ActivityPage, ListActivityQuery } from '@milepost/api-contracts/discussion'
import type { Db } from '@milepost/db-schemas/database'
import { encodeCursor } from '@milepost/service-kit/cursor'
import { z } from 'zod'
import { readCursor } from '#read-cursor.ts'
import { nameFields, presentActivity } from './present.ts'
import { type ActivityRow, listActivity, listNames } from './queries.ts'

const limitDefault = 50
const placeSchema = z.tuple([z.iso.datetime(), z.uuid()])

/** One page of what happened to a task or in a project, the newest first. */
export async function listActivityPage(
  db: Db,
  of: { task_id: string } | { project_id: string },
  { cursor, limit = limitDefault, actor_id: actorId, kind }: ListActivityQuery,
): Promise<ActivityPage> {
  const [createdAt, id] = cursor === undefined ? [] : readCursor(placeSchema, cursor)
  const before = createdAt === undefined || id === undefined ? undefined : { createdAt, id }
  const found = await listActivity(db, { of, actorId, kind, before, limit: limit + 1 })
  const rows = found.slice(0, limit)
  const last = found.length > limit ? rows.at(-1) : undefined
  const names = await listNames(db, idsIn(rows))
  return {
    items: rows.map((row) => presentActivity(row, names)),
    next_cursor: last ? encodeCursor([last.created_at, last.id]) : null,
  }
}

function idsIn(rows: readonly ActivityRow[]) {
  const ids = { people: [], milestones: [], tasks: [], categories: [] } as Record<
    (typeof nameFields)[keyof typeof nameFields],
    string[]
  >
  for (const { changes } of rows) {
    for (const [field, whose] of Object.entries(nameFields)) {
      for (const value of changes[field] ?? []) {
        if (typeof value === 'string') ids[whose].push(value)
      }
    }
  }
  return ids
}
