import type { RecurringFields } from '@milepost/api-contracts/recurring'
import type { Db, Tx } from '@milepost/db-schemas/database'
import { recurringTasks } from '@milepost/db-schemas/tasks'
import { and, eq, isNull, sql } from 'drizzle-orm'

/** What a series keeps for its tasks, and in whose name they are made. */
export interface KeptFields extends RecurringFields {
  kept_by: string
}

export interface SeriesRow {
  id: string
  project_id: string
  team_id: string
  title: string
  fields: KeptFields
  assignee: { id: string; display_name: string } | null
  rule: string
  starts_on: string
  lead_days: number
  next_on: string | null
  made_count: number
  version: number
}

type Raw = SeriesRow & Record<string, unknown>

const seriesRow = sql`
  select r.id, r.project_id, p.team_id, r.title, r.fields, r.rule, r.starts_on::text, r.lead_days,
    r.next_on::text, r.version,
    case when u.id is not null then
      json_build_object('id', u.id, 'display_name', u.display_name) end as assignee,
    (select count(*)::int from projects.tasks t where t.recurring_task_id = r.id) as made_count
  from projects.recurring_tasks r
  join projects.projects p on p.id = r.project_id and p.deleted_at is null
  left join auth.users u on u.id::text = r.fields ->> 'assignee_id'
  where r.deleted_at is null`

export async function findSeries(db: Db | Tx, id: string): Promise<SeriesRow | undefined> {
  const { rows } = await db.execute<Raw>(sql`${seriesRow} and r.id = ${id}`)
  return rows[0]
}

/** The next date first; at most 200. */
export async function listSeries(db: Db, projectId: string): Promise<SeriesRow[]> {
  const { rows } = await db.execute<Raw>(
    sql`${seriesRow} and r.project_id = ${projectId} order by r.next_on, r.title, r.id limit 200`,
  )
  return rows
}

/** By project, as boards are locked. Projects that rest or are over make no work. */
export async function listDueSeries(
  tx: Tx,
  today: string,
): Promise<{ id: string; project_id: string }[]> {
  const { rows } = await tx.execute<{ id: string; project_id: string }>(sql`
    select r.id, r.project_id from projects.recurring_tasks r
    join projects.projects p on p.id = r.project_id and p.deleted_at is null
      and p.archived_at is null and p.status in ('planning', 'active')
    where r.deleted_at is null and r.next_on <= ${today}::date + r.lead_days
    order by r.project_id, r.id`)
  return rows
}

export async function addSeries(
  tx: Tx,
  series: typeof recurringTasks.$inferInsert,
): Promise<string> {
  const [added] = await tx
    .insert(recurringTasks)
    .values(series)
    .returning({ id: recurringTasks.id })
  if (!added) throw new Error('insert returned nothing')
  return added.id
}

interface Changes {
  title?: string | undefined
  fields?: KeptFields | undefined
  rule?: string | undefined
  starts_on?: string | undefined
  lead_days?: number | undefined
  next_on?: string | null
  deleted_at?: Date
}

/** False when somebody changed it meanwhile. */
export async function saveSeries(
  tx: Tx,
  { id, version }: { id: string; version: number },
  changes: Changes,
): Promise<boolean> {
  const saved = await tx
    .update(recurringTasks)
    .set({ ...changes, version: sql`${recurringTasks.version} + 1` })
    .where(
      and(
        eq(recurringTasks.id, id),
        eq(recurringTasks.version, version),
        isNull(recurringTasks.deleted_at),
      ),
    )
    .returning({ id: recurringTasks.id })
  return saved.length === 1
}

/** How far the series has come is no change of the series. */
export async function saveNextDate(tx: Tx, id: string, nextOn: string | null): Promise<void> {
  await tx.update(recurringTasks).set({ next_on: nextOn }).where(eq(recurringTasks.id, id))
}

export async function listMadeDates(tx: Tx, id: string, from: string): Promise<Set<string>> {
  const { rows } = await tx.execute<{ day: string }>(sql`
    select occurrence_on::text as day from projects.tasks
    where recurring_task_id = ${id} and occurrence_on >= ${from}::date`)
  return new Set(rows.map(({ day }) => day))
}

export async function milestoneIsThere(tx: Tx, projectId: string, id: string): Promise<boolean> {
  const { rowCount } = await tx.execute(sql`
    select from projects.milestones
    where id = ${id} and project_id = ${projectId} and deleted_at is null`)
  return rowCount === 1
}
