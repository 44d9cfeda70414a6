import type { TaskStatus } from '@milepost/api-contracts/tasks'
import type { Db, Tx } from '@milepost/db-schemas/database'
import { taskRelations } from '@milepost/db-schemas/tasks'
import { and, eq, sql } from 'drizzle-orm'

type StoredKind = typeof taskRelations.$inferSelect.kind

/** A relation with both ends there, in the project of both. */
export interface RelationRow extends Record<string, unknown> {
  id: string
  task_id: string
  other_id: string
  kind: StoredKind
  project_id: string
  team_id: string
}

export async function findRelation(
  db: Db | Tx,
  relationId: string,
): Promise<RelationRow | undefined> {
  const { rows } = await db.execute<RelationRow>(sql`
    select r.id, r.task_id, r.other_id, r.kind, t.project_id, p.team_id
    from projects.task_relations r
    join projects.tasks t on t.id = r.task_id and t.deleted_at is null
    join projects.tasks o on o.id = r.other_id and o.deleted_at is null
    join projects.projects p on p.id = t.project_id and p.deleted_at is null
    where r.id = ${relationId}`)
  return rows[0]
}

/** A relation seen from one of its ends, with the task at the other. */
export interface RelatedTask extends Record<string, unknown> {
  id: string
  kind: StoredKind
  /** Whether it was said of the task at this end. */
  is_from_here: boolean
  task: { id: string; key: string; title: string; status: TaskStatus }
}

export async function listRelations(db: Db, taskId: string): Promise<RelatedTask[]> {
  const { rows } = await db.execute<RelatedTask>(sql`
    select r.id, r.kind, r.is_from_here,
      json_build_object('id', o.id, 'key', p.key || '-' || o.number, 'title', o.title,
        'status', o.status) as task
    from (
      select id, kind, other_id, true as is_from_here
      from projects.task_relations where task_id = ${taskId}
      union all
      select id, kind, task_id, false from projects.task_relations where other_id = ${taskId}
    ) r
    join projects.tasks o on o.id = r.other_id and o.deleted_at is null
    join projects.projects p on p.id = o.project_id
    order by o.number, r.kind limit 500`)
  return rows
}

interface Ends {
  task_id: string
  other_id: string
  kind: StoredKind
}

/** In this direction or the other. */
export async function isRelated(tx: Tx, { task_id, other_id, kind }: Ends): Promise<boolean> {
  const between = (one: string, other: string) =>
    tx
      .select({ id: taskRelations.id })
      .from(taskRelations)
      .where(
        and(
          eq(taskRelations.task_id, one),
          eq(taskRelations.other_id, other),
          eq(taskRelations.kind, kind),
        ),
      )
  const found = [...(await between(task_id, other_id)), ...(await between(other_id, task_id))]
  return found.length > 0
}

export async function addRelation(tx: Tx, ends: Ends): Promise<string> {
  const [added] = await tx.insert(taskRelations).values(ends).returning({ id: taskRelations.id })
  if (!added) throw new Error('insert returned nothing')
  return added.id
}

export async function removeRelation(tx: Tx, relationId: string) {
  await tx.delete(taskRelations).where(eq(taskRelations.id, relationId))
}
