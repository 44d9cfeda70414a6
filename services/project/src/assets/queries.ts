import type { AssetBurnUp, AssetView } from '@milepost/api-contracts/project-settings'
import type { Db, Tx } from '@milepost/db-schemas/database'
import { sql } from 'drizzle-orm'

interface Page {
  resolved: boolean | undefined
  /** The reference that the page before ended with. */
  after: string | undefined
  limit: number
}

/** By reference. */
export async function listAssets(
  db: Db,
  projectId: string,
  { resolved, after, limit }: Page,
): Promise<AssetView[]> {
  const { rows } = await db.execute<AssetView & Record<string, unknown>>(
    sql`select id, reference, description, resolved_on::text from projects.project_assets
        where project_id = ${projectId}
          and ${resolved === undefined ? sql`true` : sql`(resolved_on is not null) = ${resolved}`}
          and ${after === undefined ? sql`true` : sql`reference > ${after}`}
        order by reference limit ${limit}`,
  )
  return rows
}

export async function countAssets(db: Db, projectId: string) {
  const { rows } = await db.execute<{ total: number; resolved: number }>(
    sql`select count(*)::int as total, count(resolved_on)::int as resolved
        from projects.project_assets where project_id = ${projectId}`,
  )
  return rows[0] ?? { total: 0, resolved: 0 }
}

export interface AssetRow {
  id: string
  reference: string
  description: string
  resolved_on: string | null
}

/** Adds what is new and changes what differs; what the list does not name stays. Answers how many of each. */
export async function mergeAssets(
  tx: Tx,
  projectId: string,
  rows: readonly AssetRow[],
): Promise<{ added: number; changed: number }> {
  const { rows: merged } = await tx.execute<{ is_new: boolean }>(
    sql`insert into projects.project_assets as a (id, project_id, reference, description, resolved_on)
        select r.id, ${projectId}, r.reference, r.description, r.resolved_on
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
          as r(id uuid, reference text, description text, resolved_on date)
        on conflict (project_id, reference) do update set
          description = excluded.description, resolved_on = excluded.resolved_on, updated_at = now()
        where (a.description, a.resolved_on)
          is distinct from (excluded.description, excluded.resolved_on)
        returning a.xmax = 0 as is_new`,
  )
  const added = merged.filter(({ is_new }) => is_new).length
  return { added, changed: merged.length - added }
}

/** From the first thing known or settled until today, a point for each day that something changed, with the daily progress. */
export async function readBurnUp(
  db: Db,
  projectId: string,
  today: string,
): Promise<AssetBurnUp['points']> {
  const { rows } = await db.execute<AssetBurnUp['points'][number] & Record<string, unknown>>(
    sql`with days as (
          select created_at::date as day from projects.project_assets where project_id = ${projectId}
          union select resolved_on from projects.project_assets
          where project_id = ${projectId} and resolved_on <= ${today}::date
          union select snapshot_on from projects.project_snapshots where project_id = ${projectId}
          union select ${today}::date)
        select d.day::text as date,
          (select count(*)::int from projects.project_assets a
           where a.project_id = ${projectId} and least(a.created_at::date, a.resolved_on) <= d.day) as total,
          (select count(*)::int from projects.project_assets a
           where a.project_id = ${projectId} and a.resolved_on <= d.day) as resolved,
          s.completion_percentage::float8 as completion_percentage
        from days d
        left join projects.project_snapshots s
          on s.project_id = ${projectId} and s.snapshot_on = d.day
        order by d.day desc limit 366`,
  )
  return rows.reverse()
}
