import type { TaskSkill } from '@milepost/api-contracts/list'
import type { Db, Tx } from '@milepost/db-schemas/database'
import { taskSkills } from '@milepost/db-schemas/tasks'
import { eq, sql } from 'drizzle-orm'

// People, skills and working time belong to auth and timesheet: this service may read a few columns of them.

export async function listTaskSkills(db: Db | Tx, taskId: string): Promise<TaskSkill[]> {
  const { rows } = await db.execute<TaskSkill & Record<string, unknown>>(sql`
    select s.id as skill_id, s.name, ts.level
    from projects.task_skills ts join auth.skills s on s.id = ts.skill_id
    where ts.task_id = ${taskId} order by s.name, s.id`)
  return rows
}

export async function countKnownSkills(tx: Tx, skillIds: readonly string[]): Promise<number> {
  const { rows } = await tx.execute<{ count: number }>(
    sql`select count(*)::int as count from auth.skills where id = any(${sql.param(skillIds)}::uuid[])`,
  )
  return rows[0]?.count ?? 0
}

export async function replaceTaskSkills(
  tx: Tx,
  taskId: string,
  skills: readonly { skill_id: string; level: number }[],
): Promise<void> {
  await tx.delete(taskSkills).where(eq(taskSkills.task_id, taskId))
  if (skills.length === 0) return
  await tx.insert(taskSkills).values(skills.map((skill) => ({ ...skill, task_id: taskId })))
}

export interface Candidate {
  id: string
  display_name: string
  /** Level by the id of the skill, of those the task needs. */
  levels: Record<string, number>
  /** In force at the window's beginning; null where nobody said. */
  weekly_minutes: number | null
  absent_minutes: number
  open_tasks: number
  /** Of the open tasks whose dates touch the window, each with what is left to do. */
  commitments: { start_date: string | null; due_date: string; left_minutes: number }[]
}

interface Asked {
  taskId: string
  teamId: string
  from: string
  to: string
}

/** The active members of a team, with what they can do and what they have to do. */
export async function listCandidates(
  db: Db,
  { taskId, teamId, from, to }: Asked,
): Promise<Candidate[]> {
  const { rows } = await db.execute<Candidate & Record<string, unknown>>(sql`
    select u.id, u.display_name,
      coalesce((
        select json_object_agg(us.skill_id, us.level) from auth.user_skills us
        join projects.task_skills ts on ts.skill_id = us.skill_id and ts.task_id = ${taskId}
        where us.user_id = u.id), '{}') as levels,
      (select c.weekly_minutes from timesheets.capacities c
        where c.user_id = u.id and c.valid_from <= ${from}
        order by c.valid_from desc limit 1) as weekly_minutes,
      coalesce((select sum(a.minutes)::int from timesheets.absences a
        where a.user_id = u.id and a.absent_on between ${from} and ${to}), 0) as absent_minutes,
      work.open_tasks, work.commitments
    from auth.team_memberships m
    join auth.users u on u.id = m.user_id
    cross join lateral (
      select count(*)::int as open_tasks,
        coalesce(json_agg(json_build_object('start_date', t.start_date, 'due_date', t.due_date,
          'left_minutes', coalesce(t.remaining_minutes,
            round(t.estimate_minutes * (100 - t.completion_percentage) / 100.0), 0)::int))
          filter (where t.due_date is not null and coalesce(t.start_date, t.due_date) <= ${to}),
          '[]') as commitments
      from projects.tasks t join projects.projects p on p.id = t.project_id
      where t.assignee_id = u.id and t.id <> ${taskId} and t.child_count = 0
        and t.status not in ('done', 'cancelled') and t.deleted_at is null
        and p.deleted_at is null and p.status not in ('completed', 'cancelled')
    ) work
    where m.team_id = ${teamId} and u.is_active
    order by u.display_name, u.id
    limit 500`)
  return rows
}
