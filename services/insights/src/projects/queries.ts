import type { Db, Tx } from '@milepost/db-schemas/database'
import { sql } from 'drizzle-orm'

// Projects and memberships belong to other services: this one may read a few of their columns.

/** What a policy needs to decide about a project. */
export interface ProjectRef {
  id: string
  team_id: string
}

type ProjectRow = ProjectRef & Record<string, unknown>

export async function findProject(db: Db | Tx, projectId: string): Promise<ProjectRef | undefined> {
  const { rows } = await db.execute<ProjectRow>(
    sql`select id, team_id from projects.projects where id = ${projectId} and deleted_at is null`,
  )
  return rows[0]
}

/** Those of the ids that exist. */
export async function listProjects(db: Db | Tx, ids: string[]): Promise<ProjectRef[]> {
  const { rows } = await db.execute<ProjectRow>(
    sql`select id, team_id from projects.projects
        where id = any(${sql.param(ids)}::uuid[]) and deleted_at is null`,
  )
  return rows
}

/** Whatever their status. */
export async function listKnownProjects(db: Db | Tx): Promise<ProjectRef[]> {
  const { rows } = await db.execute<ProjectRow>(
    sql`select id, team_id from projects.projects where deleted_at is null`,
  )
  return rows
}

export async function listActiveProjects(db: Db | Tx): Promise<ProjectRef[]> {
  const { rows } = await db.execute<ProjectRow>(
    sql`select id, team_id from projects.projects where status = 'active' and deleted_at is null`,
  )
  return rows
}

/** The active projects of the teams a person is in. */
export async function listActiveProjectsOf(db: Db | Tx, userId: string): Promise<ProjectRef[]> {
  const { rows } = await db.execute<ProjectRow>(
    sql`select p.id, p.team_id
        from projects.projects p join auth.team_memberships m on m.team_id = p.team_id
        where m.user_id = ${userId} and p.status = 'active' and p.deleted_at is null`,
  )
  return rows
}

/** For everybody who manages an active project, the teams they are in. */
export async function listManagersTeams(db: Db | Tx): Promise<string[][]> {
  const { rows } = await db.execute<{ team_ids: string[] }>(
    sql`select array_agg(distinct m.team_id) as team_ids
        from projects.projects p join auth.team_memberships m on m.user_id = p.manager_id
        where p.status = 'active' and p.deleted_at is null
        group by m.user_id`,
  )
  return rows.map(({ team_ids }) => team_ids)
}
