import type { NamedRef, PersonRef } from '@milepost/api-contracts/common'
import type { Health, ProjectStatus } from '@milepost/api-contracts/projects'
import { boardColumns } from '@milepost/db-schemas/board'
import type { Db, Tx } from '@milepost/db-schemas/database'
import { categories, type Project, projectProgress, projects } from '@milepost/db-schemas/projects'
import { and, eq, isNull, type SQL, sql } from 'drizzle-orm'

/** A project with the names and numbers a reader sees beside it. */
export interface ProjectRow
  extends Omit<Project, 'health_declared_at' | 'created_at' | 'updated_at' | 'deleted_at'> {
  health_declared_at: string | null
  team: NamedRef
  manager: PersonRef | null
  category: NamedRef | null
  computed_health: Health
  completion_percentage: number | null
  task_count: number
  done_count: number
  blocked_count: number
}

const projectRow = (filter: SQL) => sql`
  select p.*,
    to_char(p.health_declared_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
      as health_declared_at,
    json_build_object('id', p.team_id, 'name', coalesce(t.name, '')) as team,
    case when u.id is not null then
      json_build_object('id', u.id, 'display_name', u.display_name) end as manager,
    case when c.id is not null then json_build_object('id', c.id, 'name', c.name) end as category,
    coalesce(h.computed_health, 'unknown') as computed_health,
    g.completion_percentage::float8 as completion_percentage,
    g.leaf_count as task_count, g.done_count, g.blocked_count
  from projects.projects p
  join projects.project_progress g on g.project_id = p.id
  left join projects.project_health h on h.project_id = p.id
  left join projects.categories c on c.id = p.category_id
  left join auth.teams t on t.id = p.team_id
  left join auth.users u on u.id = p.manager_id
  where p.deleted_at is null and ${filter}`

type Raw = ProjectRow & Record<string, unknown>

export async function findProject(db: Db | Tx, projectId: string): Promise<ProjectRow | undefined> {
  const { rows } = await db.execute<Raw>(projectRow(sql`p.id = ${projectId}`))
  return rows[0]
}

interface Filter {
  /** Null stands for every team. */
  teamIds: readonly string[] | null
  status: ProjectStatus | undefined
  archived: boolean
}

const matches = ({ teamIds, status, archived }: Filter) => sql`
  (p.archived_at is not null) = ${archived} and
  (${teamIds === null} or p.team_id = any(${sql.param(teamIds ?? [])}::uuid[]))
  and (${status ?? null}::projects.project_status is null or p.status = ${status ?? null})`

interface Page extends Filter {
  /** Name and id that the page before ended with. */
  after: { name: string; id: string } | undefined
  limit: number
}

/** By name. */
export async function listProjects(
  db: Db,
  { after, limit, ...filter }: Page,
): Promise<ProjectRow[]> {
  const beyond = after ? sql`(p.name, p.id) > (${after.name}, ${after.id}::uuid)` : sql`true`
  const { rows } = await db.execute<Raw>(
    sql`${projectRow(sql`${matches(filter)} and ${beyond}`)} order by p.name, p.id limit ${limit}`,
  )
  return rows
}

export async function countProjects(db: Db, filter: Filter): Promise<number> {
  const { rows } = await db.execute<{ count: number }>(
    sql`select count(*)::int as count from projects.projects p
        where p.deleted_at is null and ${matches(filter)}`,
  )
  return rows[0]?.count ?? 0
}

/** Reads a project and keeps others from changing it until the transaction ends. */
export async function lockProject(tx: Tx, projectId: string): Promise<Project | undefined> {
  const [project] = await tx
    .select()
    .from(projects)
    .where(and(eq(projects.id, projectId), isNull(projects.deleted_at)))
    .for('no key update')
  return project
}

/** An absent field and an undefined one stay as they are. */
type Changes<Row> = { [Column in keyof Row]?: Row[Column] | undefined }

export type NewProject = typeof projects.$inferInsert

/** Undefined when another project has the key. */
export async function addProject(tx: Tx, project: NewProject): Promise<Project | undefined> {
  const [added] = await tx
    .insert(projects)
    .values(project)
    .onConflictDoNothing({ target: projects.key })
    .returning()
  return added
}

export async function addBoard(tx: Tx, projectId: string, columns: BoardColumnNames) {
  await tx.insert(projectProgress).values({ project_id: projectId })
  await tx
    .insert(boardColumns)
    .values(columns.map((column, position) => ({ ...column, position, project_id: projectId })))
}

type BoardColumnNames = readonly Pick<typeof boardColumns.$inferInsert, 'status' | 'name'>[]

export async function saveProject(
  tx: Tx,
  projectId: string,
  changes: Changes<NewProject>,
): Promise<Project> {
  const [saved] = await tx
    .update(projects)
    .set({ ...changes, version: sql`${projects.version} + 1` })
    .where(eq(projects.id, projectId))
    .returning()
  if (!saved) throw new Error(`project ${projectId} vanished while it was locked`)
  return saved
}

export async function categoryExists(tx: Tx, categoryId: string): Promise<boolean> {
  const found = await tx
    .select({ id: categories.id })
    .from(categories)
    .where(eq(categories.id, categoryId))
  return found.length === 1
}
