import type { HealthDeclaration } from '@milepost/api-contracts/project-settings'
import type { Db } from '@milepost/db-schemas/database'
import { encodeCursor } from '@milepost/service-kit/cursor'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { readCursor } from '#read-cursor.ts'

const limitDefault = 50
const placeSchema = z.tuple([z.iso.datetime(), z.uuid()])

/** What was declared about a project, newest first. */
export async function listDeclarations(
  db: Db,
  projectId: string,
  { cursor, limit = limitDefault }: { cursor?: string | undefined; limit?: number | undefined },
): Promise<{ items: HealthDeclaration[]; next_cursor: string | null }> {
  const [at, id] = cursor === undefined ? [] : readCursor(placeSchema, cursor)
  const beyond =
    at === undefined ? sql`true` : sql`(d.created_at, d.id) < (${at}::timestamptz, ${id}::uuid)`
  const { rows } = await db.execute<HealthDeclaration & Record<string, unknown>>(
    sql`select d.id, d.health, d.note,
          json_build_object('id', u.id, 'display_name', u.display_name) as declared_by,
          to_char(d.created_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as created_at
        from projects.health_declarations d join auth.users u on u.id = d.declared_by
        where d.project_id = ${projectId} and ${beyond}
        order by d.created_at desc, d.id desc limit ${limit + 1}`,
  )
  const items = rows.slice(0, limit)
  const last = rows.length > limit ? items.at(-1) : undefined
  return { items, next_cursor: last ? encodeCursor([last.created_at, last.id]) : null }
}
