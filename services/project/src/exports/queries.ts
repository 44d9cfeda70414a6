import type { ProjectFile } from '@milepost/api-contracts/project-file'
import type { Tx } from '@milepost/db-schemas/database'
import { sql } from 'drizzle-orm'

type Raw<Row> = Row & Record<string, unknown>

export async function findExportedProject(
  tx: Tx,
  projectId: string,
): Promise<ProjectFile['project']> {
  const { rows } = await tx.execute<Raw<ProjectFile['project']>>(sql`
    select id, key, name, description, status, start_date::text, finish_date::text, scheduling_mode
    from projects.projects where id = ${projectId}`)
  const [project] = rows
  if (!project) throw new Error(`project ${projectId} vanished while it was read`)
  return project
}

/** By date. */
export async function listExportedMilestones(tx: Tx, projectId: string) {
  const { rows } = await tx.execute<Raw<ProjectFile['milestones'][number]>>(sql`
    select id, name, description, due_date::text, original_due_date::text, status,
      achieved_on::text
    from projects.milestones where project_id = ${projectId} and deleted_at is null
    order by due_date, id limit 500`)
  return rows
}

type TaskRow = Omit<
  ProjectFile['tasks'][number],
  'estimate_minutes' | 'remaining_minutes' | 'completion_percentage'
> & {
  estimate_minutes: number | null
  remaining_minutes: number | null
  completion_percentage: number
}

/** By number. A milestone that is gone is nobody's. */
export async function listExportedTasks(tx: Tx, projectId: string) {
  const { rows } = await tx.execute<Raw<TaskRow>>(sql`
    select t.id, t.number, t.parent_task_id as parent_id, m.id as milestone_id, t.title,
      t.description, t.status, t.blocked_reason, t.priority,
      case when u.id is not null then
        json_build_object('email', u.email, 'name', u.display_name) end as assignee,
      c.name as category, t.labels, t.start_date::text, t.due_date::text, t.not_before::text,
      t.is_pinned, t.estimate_minutes, t.remaining_minutes, t.completion_percentage,
      to_char(t.completed_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as completed_at
    from projects.tasks t
    left join projects.milestones m on m.id = t.milestone_id and m.deleted_at is null
    left join projects.categories c on c.id = t.category_id
    left join auth.users u on u.id = t.assignee_id
    where t.project_id = ${projectId} and t.deleted_at is null
    order by t.number`)
  return rows
}

/** Within the project; those to other projects have an end that is not in the file. */
export async function listExportedLinks(tx: Tx, projectId: string) {
  const { rows } = await tx.execute<Raw<ProjectFile['links'][number]>>(sql`
    select d.predecessor_id, d.successor_id, d.type, d.lag_minutes
    from projects.task_dependencies d
    join projects.tasks p on p.id = d.predecessor_id and p.deleted_at is null
    join projects.tasks s on s.id = d.successor_id and s.deleted_at is null
    where p.project_id = ${projectId} and s.project_id = ${projectId}
    order by p.number, s.number`)
  return rows
}

export interface BaselineItemRow {
  task_id: string | null
  milestone_id: string | null
  start_date: string | null
  finish_date: string
  estimate_minutes: number | null
}

interface BaselineRow extends Omit<ProjectFile['baselines'][number], 'items'> {
  items: BaselineItemRow[]
}

/** The latest first, without what is gone since; at most 50. */
export async function listExportedBaselines(tx: Tx, projectId: string) {
  const { rows } = await tx.execute<Raw<BaselineRow>>(sql`
    select b.name, b.reason, b.start_date::text, b.finish_date::text, (
      select coalesce(json_agg(json_build_object('task_id', t.id, 'milestone_id', m.id,
        'start_date', i.start_date, 'finish_date', i.finish_date,
        'estimate_minutes', i.estimate_minutes) order by t.number, m.due_date, m.id), '[]')
      from projects.baseline_items i
      left join projects.tasks t on t.id = i.task_id and t.deleted_at is null
      left join projects.milestones m on m.id = i.milestone_id and m.deleted_at is null
      where i.baseline_id = b.id and (t.id is not null or m.id is not null)) as items
    from projects.project_baselines b where b.project_id = ${projectId}
    order by b.created_at desc, b.id desc limit 50`)
  return rows
}
