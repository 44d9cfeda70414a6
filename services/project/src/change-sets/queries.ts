import { boardColumns } from '@milepost/db-schemas/board'
import type { Db, Tx } from '@milepost/db-schemas/database'
import { changeSets } from '@milepost/db-schemas/history'
import type { outbox } from '@milepost/db-schemas/projects'
import { projects } from '@milepost/db-schemas/projects'
import { appendToOutbox } from '@milepost/service-kit/outbox'
import type { AnyEvent } from '@milepost/shared-events/define-event'
import { and, eq, getTableColumns, isNull, sql } from 'drizzle-orm'
import { type Activity, addActivity } from '#tasks/queries.ts'
import type { RecordedChange } from './recorded-change.ts'
import { fieldTypes, pickFields, type TaskField, type TaskFields } from './task-fields.ts'

export interface ChangeSetRow {
  id: string
  project_id: string
  team_id: string
  project_key: string
  actor_user_id: string
  kind: string
  changes: RecordedChange[]
  undone_at: Date | null
}

const changeSet = { ...getTableColumns(changeSets), team_id: projects.team_id }

export async function findChangeSet(
  db: Db | Tx,
  changeSetId: string,
): Promise<ChangeSetRow | undefined> {
  const [row] = await db
    .select({ ...changeSet, project_key: projects.key })
    .from(changeSets)
    .innerJoin(projects, eq(projects.id, changeSets.project_id))
    .where(and(eq(changeSets.id, changeSetId), isNull(projects.deleted_at)))
  return row && { ...row, changes: row.changes as RecordedChange[] }
}

export type ChangeSetKind = 'bulk_edit' | 'bulk_delete' | 'reschedule' | 'import'

interface NewChangeSet {
  project_id: string
  actor_user_id: string
  kind: ChangeSetKind
  changes: readonly RecordedChange[]
}

export async function insertChangeSet(tx: Tx, row: NewChangeSet): Promise<string> {
  const [added] = await tx.insert(changeSets).values(row).returning({ id: changeSets.id })
  if (!added) throw new Error('insert returned nothing')
  return added.id
}

/** False when somebody else did it first. */
export async function markUndone(tx: Tx, changeSetId: string, now: Date): Promise<boolean> {
  const marked = await tx
    .update(changeSets)
    .set({ undone_at: now })
    .where(and(eq(changeSets.id, changeSetId), isNull(changeSets.undone_at)))
    .returning({ id: changeSets.id })
  return marked.length === 1
}

interface Row {
  before: { id: string }
  after: TaskFields
  fields: TaskField[]
}

/** One statement for all of them. The fields that none of them changes are not written. */
export async function updateTasks(tx: Tx, rows: readonly Row[]): Promise<void> {
  const names = [...new Set(rows.flatMap(({ fields }) => fields))]
  const json = rows.map(({ before, after }) => ({ id: before.id, ...pickFields(after, names) }))
  const set = names.map((name) => `${name} = fresh.${name}`).join(', ')
  const types = names.map((name) => `${name} ${fieldTypes[name]}`).join(', ')
  await tx.execute(sql`
    update projects.tasks t
    set ${sql.raw(set)}, version = t.version + 1, updated_at = now()
    from jsonb_to_recordset(${JSON.stringify(json)}::jsonb) as fresh(id uuid, ${sql.raw(types)})
    where t.id = fresh.id`)
}

/** Counts the direct subtasks of these parents anew. No change of the parents themselves. */
export async function recountSubtasks(tx: Tx, parentIds: readonly string[]): Promise<void> {
  if (parentIds.length === 0) return
  await tx.execute(sql`
    update projects.tasks p set child_count = c.total, child_done_count = c.done
    from (
      select parent.id, count(t.id)::int as total,
        (count(t.id) filter (where t.status = 'done'))::int as done
      from unnest(${sql.param([...new Set(parentIds)])}::uuid[]) as parent(id)
      left join projects.tasks t on t.parent_task_id = parent.id and t.deleted_at is null
      group by parent.id
    ) c
    where p.id = c.id`)
}

export async function listColumnIds(tx: Tx, projectId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: boardColumns.id })
    .from(boardColumns)
    .where(eq(boardColumns.project_id, projectId))
  return rows.map(({ id }) => id)
}

/** The ranks of these that live cards of the project have already, as "status rank". */
export async function listTakenRanks(
  tx: Tx,
  projectId: string,
  wanted: readonly { status: string; rank: string }[],
): Promise<string[]> {
  const { rows } = await tx.execute<{ place: string }>(sql`
    select concat(t.status, ' ', t.rank) as place
    from projects.tasks t
    join jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb)
      as w(status projects.task_status, rank text) on w.status = t.status and w.rank = t.rank
    where t.project_id = ${projectId} and t.deleted_at is null`)
  return rows.map(({ place }) => place)
}

/** A statement takes 65,535 values at most, and a row a handful of them. */
const rowsMax = 5_000

const chunksOf = <Item>(items: readonly Item[]): Item[][] =>
  Array.from({ length: Math.ceil(items.length / rowsMax) }, (_, index) =>
    items.slice(index * rowsMax, (index + 1) * rowsMax),
  )

export async function addActivities(tx: Tx, activities: readonly Activity[]): Promise<void> {
  for (const some of chunksOf(activities)) await addActivity(tx, ...some)
}

export async function announce(tx: Tx, to: typeof outbox, events: readonly AnyEvent[]) {
  for (const some of chunksOf(events)) await appendToOutbox(tx, to, ...some)
}
