import type { ListTrashQuery } from '@milepost/api-contracts/list'
import type { Db } from '@milepost/db-schemas/database'
import type { Actor } from '@milepost/service-kit/authentication'
import { encodeCursor } from '@milepost/service-kit/cursor'
import { z } from 'zod'
import { readCursor } from '#read-cursor.ts'
import { canDeleteTask } from '#tasks/policy.ts'
import { listTrash, type TrashRow } from './queries.ts'

const limitDefault = 100
const placeSchema = z.tuple([z.iso.datetime(), z.uuid()])

interface TrashRequest {
  actor: Actor
  project: { id: string; key: string; team_id: string }
  query: ListTrashQuery
}

/** One page of what a project has in its trash, the latest first. */
export async function listTrashPage(
  db: Db,
  { actor, project, query: { cursor, limit = limitDefault } }: TrashRequest,
) {
  const place = cursor === undefined ? undefined : readCursor(placeSchema, cursor)
  const before = place && { deletedAt: place[0], id: place[1] }
  const found = await listTrash(db, { projectId: project.id, before, limit: limit + 1 })
  const rows = found.slice(0, limit)
  const last = found.length > limit ? rows.at(-1) : undefined
  const can = { restore: canDeleteTask(actor, project) }
  return {
    items: rows.map((row) => ({ ...presentTrashed(project.key, row), can })),
    next_cursor: last ? encodeCursor([last.deleted_at, last.id]) : null,
  }
}

const presentTrashed = (
  key: string,
  { number, deleted_by_id, deleted_by_name, ...row }: TrashRow,
) => ({
  ...row,
  key: `${key}-${number}`,
  deleted_by:
    deleted_by_id === null ? null : { id: deleted_by_id, display_name: deleted_by_name ?? '' },
})
