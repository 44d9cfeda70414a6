import type { LinkType } from '@milepost/api-contracts/timeline'
import type { Db, Tx } from '@milepost/db-schemas/database'
import { taskDependencies } from '@milepost/db-schemas/plan'
import { eq, sql } from 'drizzle-orm'

/** A link whose ends are both there, with what a policy needs of their projects. */
export interface DependencyRow {
  id: string
  predecessor_id: string
  successor_id: string
  type: LinkType
  lag_minutes: number
  /** The successor's, as is the team. */
  project_id: string
  team_id: string
  predecessor_project_id: string
  predecessor_team_id: string
}

const dependencyRow = sql`
  select d.id, d.predecessor_id, d.successor_id, d.type, d.lag_minutes,
    s.project_id, sp.team_id, p.project_id as predecessor_project_id,
    pp.team_id as predecessor_team_id
  from projects.task_dependencies d
  join projects.tasks s on s.id = d.successor_id and s.deleted_at is null
  join projects.projects sp on sp.id = s.project_id and sp.deleted_at is null
  join projects.tasks p on p.id = d.predecessor_id and p.deleted_at is null
  join projects.projects pp on pp.id = p.project_id and pp.deleted_at is null`

type Raw<Row> = Row & Record<string, unknown>

export async function findDependency(
  db: Db | Tx,
  dependencyId: string,
): Promise<DependencyRow | undefined> {
  const { rows } = await db.execute<Raw<DependencyRow>>(
    sql`${dependencyRow} where d.id = ${dependencyId}`,
  )
  return rows[0]
}

/** A link seen from one of its ends, with the task at the other. */
export interface LinkedTask {
  id: string
  type: LinkType
  lag_minutes: number
  /** Whether the task at the other end comes first. */
  is_predecessor: boolean
  task: {
    id: string
    number: number
    title: string
    status: 'backlog' | 'todo' | 'in_progress' | 'in_review' | 'blocked' | 'done' | 'cancelled'
    project_id: string
    project_key: string
    team_id: string
    start_date: string | null
    due_date: string | null
  }
}

/** Of one task, by project and number of the others; at most 500. */
export async function listLinkedTasks(db: Db, taskId: string): Promise<LinkedTask[]> {
  const { rows } = await db.execute<Raw<LinkedTask>>(sql`
    select d.id, d.type, d.lag_minutes, d.is_predecessor,
      json_build_object('id', o.id, 'number', o.number, 'title', o.title, 'status', o.status,
        'project_id', o.project_id, 'project_key', p.key, 'team_id', p.team_id,
        'start_date', o.start_date, 'due_date', o.due_date) as task
    from (
      select id, type, lag_minutes, predecessor_id as other_id, true as is_predecessor
      from projects.task_dependencies where successor_id = ${taskId}
      union all
      select id, type, lag_minutes, successor_id, false
      from projects.task_dependencies where predecessor_id = ${taskId}
    ) d
    join projects.tasks o on o.id = d.other_id and o.deleted_at is null
    join projects.projects p on p.id = o.project_id and p.deleted_at is null
    order by p.key, o.number
    limit 500`)
  return rows
}

type NewDependency = typeof taskDependencies.$inferInsert

/** Undefined when the two are linked already. */
export async function addDependency(tx: Tx, dependency: NewDependency) {
  const [added] = await tx
    .insert(taskDependencies)
    .values(dependency)
    .onConflictDoNothing({
      target: [taskDependencies.predecessor_id, taskDependencies.successor_id],
    })
    .returning()
  return added
}

export async function saveDependency(
  tx: Tx,
  dependencyId: string,
  changes: Pick<NewDependency, 'type' | 'lag_minutes'>,
) {
  await tx.update(taskDependencies).set(changes).where(eq(taskDependencies.id, dependencyId))
}

export async function removeDependency(tx: Tx, dependencyId: string) {
  await tx.delete(taskDependencies).where(eq(taskDependencies.id, dependencyId))
}
