import type { Db, Tx } from '@milepost/db-schemas/database'
import { type Milestone, milestones } from '@milepost/db-schemas/milestones'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'

export interface MemberRow {
  id: string
  email: string
  display_name: string
}

/** Whom work of the team can be given to; at most 500: a team, not an organisation. */
export async function listAssignable(db: Db | Tx, teamId: string): Promise<MemberRow[]> {
  const { rows } = await db.execute<MemberRow & Record<string, unknown>>(sql`
    select u.id, u.email, u.display_name
    from auth.team_memberships m join auth.users u on u.id = m.user_id
    where m.team_id = ${teamId} and u.is_active
    order by u.display_name, u.id limit 500`)
  return rows
}

export async function listCategories(db: Db | Tx): Promise<{ id: string; name: string }[]> {
  const { rows } = await db.execute<{ id: string; name: string }>(
    sql`select id, name from projects.categories order by name limit 1000`,
  )
  return rows
}

export interface ImportedItem {
  external_key: string
  task_id: string | null
  milestone_id: string | null
}

/** What came from this source before and is still there. */
export async function listImportedItems(
  db: Db | Tx,
  projectId: string,
  source: string,
): Promise<ImportedItem[]> {
  const { rows } = await db.execute<ImportedItem & Record<string, unknown>>(sql`
    select i.external_key, t.id as task_id, m.id as milestone_id
    from projects.imported_items i
    left join projects.tasks t on t.id = i.task_id and t.deleted_at is null
    left join projects.milestones m on m.id = i.milestone_id and m.deleted_at is null
    where i.project_id = ${projectId} and i.source = ${source}
      and (t.id is not null or m.id is not null)`)
  return rows
}

/** At most 500, as a project's list of them shows. */
export async function listMilestoneRows(db: Db | Tx, projectId: string): Promise<Milestone[]> {
  return db
    .select()
    .from(milestones)
    .where(and(eq(milestones.project_id, projectId), isNull(milestones.deleted_at)))
    .limit(500)
}

/** Remembers what came from where; what came again after it was deleted is another task now. */
export async function saveImportedItems(
  tx: Tx,
  { projectId, source, items }: { projectId: string; source: string; items: ImportedItem[] },
): Promise<void> {
  const rows = items.map((item) => ({ id: uuidv7(), ...item }))
  await tx.execute(sql`
    insert into projects.imported_items
      (id, project_id, source, external_key, task_id, milestone_id)
    select r.id, ${projectId}, ${source}, r.external_key, r.task_id, r.milestone_id
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(id uuid, external_key text, task_id uuid, milestone_id uuid)
    on conflict (project_id, source, external_key) do update
      set task_id = excluded.task_id, milestone_id = excluded.milestone_id, updated_at = now()`)
}

/** Links among tasks of a project, by their ends. */
export async function listLinks(db: Db | Tx, projectId: string) {
  const { rows } = await db.execute<{
    predecessor_id: string
    successor_id: string
    type: string
    lag_minutes: number
  }>(sql`
    select predecessor_id, successor_id, type, lag_minutes from projects.task_dependencies
    where project_id = ${projectId}`)
  return new Map(
    rows.map((row) => [
      `${row.predecessor_id} ${row.successor_id}`,
      `${row.type} ${row.lag_minutes}`,
    ]),
  )
}

export async function listBaselineNames(db: Db | Tx, projectId: string): Promise<Set<string>> {
  const { rows } = await db.execute<{ name: string }>(
    sql`select name from projects.project_baselines where project_id = ${projectId}`,
  )
  return new Set(rows.map(({ name }) => name))
}
