import type { SavedView } from '@milepost/api-contracts/list'
import { savedViews } from '@milepost/db-schemas/board'
import type { Db, Tx } from '@milepost/db-schemas/database'
import { and, eq, type SQL, sql } from 'drizzle-orm'

export interface ViewRow {
  id: string
  project_id: string
  team_id: string
  owner_id: string
  owner_name: string
  name: string
  is_shared: boolean
  query: SavedView['query']
  version: number
}

/** Of one project and reader. */
export const viewsMax = 100

const viewRows = (filter: SQL) => sql`
  select v.id, v.project_id, p.team_id, v.owner_id, u.display_name as owner_name, v.name,
    v.is_shared, v.query, v.version
  from projects.saved_views v
  join projects.projects p on p.id = v.project_id
  join auth.users u on u.id = v.owner_id
  where p.deleted_at is null and ${filter}`

type Raw = ViewRow & Record<string, unknown>

export async function findView(db: Db | Tx, viewId: string): Promise<ViewRow | undefined> {
  const { rows } = await db.execute<Raw>(viewRows(sql`v.id = ${viewId}`))
  return rows[0]
}

/** The reader's own first, then the shared ones, each by name. */
export async function listViews(
  db: Db,
  { projectId, readerId }: { projectId: string; readerId: string },
): Promise<ViewRow[]> {
  const { rows } = await db.execute<Raw>(sql`
    ${viewRows(sql`v.project_id = ${projectId} and (v.owner_id = ${readerId} or v.is_shared)`)}
    order by v.owner_id <> ${readerId}, v.name, v.id limit ${viewsMax * 2}`)
  return rows
}

export async function countOwnViews(tx: Tx, projectId: string, ownerId: string): Promise<number> {
  return tx.$count(
    savedViews,
    and(eq(savedViews.project_id, projectId), eq(savedViews.owner_id, ownerId)),
  )
}

export async function addView(tx: Tx, view: typeof savedViews.$inferInsert): Promise<string> {
  const [added] = await tx.insert(savedViews).values(view).returning({ id: savedViews.id })
  if (!added) throw new Error('insert returned nothing')
  return added.id
}

type Changes = { [Column in 'name' | 'is_shared' | 'query']?: ViewRow[Column] | undefined }

/** False when somebody changed it since that version. */
export async function saveView(
  tx: Tx,
  { id, version }: { id: string; version: number },
  changes: Changes,
): Promise<boolean> {
  const saved = await tx
    .update(savedViews)
    .set({ ...changes, version: sql`${savedViews.version} + 1` })
    .where(and(eq(savedViews.id, id), eq(savedViews.version, version)))
    .returning({ id: savedViews.id })
  return saved.length === 1
}

/** False when somebody changed it since that version. */
export async function removeView(
  tx: Tx,
  { id, version }: { id: string; version: number },
): Promise<boolean> {
  const removed = await tx
    .delete(savedViews)
    .where(and(eq(savedViews.id, id), eq(savedViews.version, version)))
    .returning({ id: savedViews.id })
  return removed.length === 1
}
