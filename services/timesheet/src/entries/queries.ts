import type { Db, Tx } from '@milepost/db-schemas/database'
import { type TimeEntry, timeEntries } from '@milepost/db-schemas/timesheets'
import { and, desc, eq, getTableColumns, gte, isNull, lte, ne, sql } from 'drizzle-orm'
import { type Project, projects, type Task, tasks } from '#foreign-tables.ts'

/** An entry with the team whose project it is for; null where it is for none. */
export type TeamEntry = TimeEntry & { team_id: string | null }

const teamEntryColumns = { ...getTableColumns(timeEntries), team_id: projects.team_id }

export async function findEntry(db: Db | Tx, entryId: string): Promise<TeamEntry | undefined> {
  const [entry] = await db
    .select(teamEntryColumns)
    .from(timeEntries)
    .leftJoin(projects, eq(projects.id, timeEntries.project_id))
    .where(and(eq(timeEntries.id, entryId), isNull(timeEntries.deleted_at)))
  return entry
}

export interface EntryPage {
  userId: string
  projectId: string | undefined
  from: string | undefined
  to: string | undefined
  /** The last entry of the page before. */
  after: { work_date: string; id: string } | undefined
  limit: number
}

/** The latest day first. */
export async function listEntries(
  db: Db,
  { userId, projectId, from, to, after, limit }: EntryPage,
): Promise<TeamEntry[]> {
  const { user_id, project_id, work_date, id, deleted_at } = timeEntries
  return db
    .select(teamEntryColumns)
    .from(timeEntries)
    .leftJoin(projects, eq(projects.id, project_id))
    .where(
      and(
        eq(user_id, userId),
        isNull(deleted_at),
        projectId === undefined ? undefined : eq(project_id, projectId),
        from === undefined ? undefined : gte(work_date, from),
        to === undefined ? undefined : lte(work_date, to),
        after && sql`(${work_date}, ${id}) < (${after.work_date}, ${after.id})`,
      ),
    )
    .orderBy(desc(work_date), desc(id))
    .limit(limit)
}

type TeamProject = Pick<Project, 'id' | 'team_id'>

export async function findProject(db: Db, projectId: string): Promise<TeamProject | undefined> {
  const { id, team_id, deleted_at } = projects
  const [project] = await db
    .select({ id, team_id })
    .from(projects)
    .where(and(eq(id, projectId), isNull(deleted_at)))
  return project
}

type TeamTask = Pick<Task, 'id' | 'project_id'> & Pick<Project, 'team_id'>

export async function findTask(tx: Tx, taskId: string): Promise<TeamTask | undefined> {
  const [task] = await tx
    .select({ id: tasks.id, project_id: tasks.project_id, team_id: projects.team_id })
    .from(tasks)
    .innerJoin(projects, eq(projects.id, tasks.project_id))
    .where(and(eq(tasks.id, taskId), isNull(tasks.deleted_at), isNull(projects.deleted_at)))
  return task
}

interface Day {
  user_id: string
  work_date: string
}

/** Minutes of a day, one entry left out if it is about to change. */
export async function sumDay(
  tx: Tx,
  { user_id, work_date }: Day,
  changingId?: string,
): Promise<number> {
  const [day] = await tx
    .select({ minutes: sql<number>`coalesce(sum(${timeEntries.minutes}), 0)::int` })
    .from(timeEntries)
    .where(
      and(
        eq(timeEntries.user_id, user_id),
        eq(timeEntries.work_date, work_date),
        isNull(timeEntries.deleted_at),
        changingId === undefined ? undefined : ne(timeEntries.id, changingId),
      ),
    )
  return day?.minutes ?? 0
}

type NewEntry = Pick<
  TimeEntry,
  'user_id' | 'project_id' | 'task_id' | 'activity' | 'work_date' | 'minutes' | 'note'
>

export async function addEntry(tx: Tx, entry: NewEntry): Promise<TimeEntry> {
  const [added] = await tx.insert(timeEntries).values(entry).returning()
  if (!added) throw new Error('insert returned nothing')
  return added
}

type EntryChange = Partial<Pick<TimeEntry, 'minutes' | 'note' | 'deleted_at'>>

export async function saveEntry(tx: Tx, entry: TeamEntry, change: EntryChange): Promise<TeamEntry> {
  const [saved] = await tx
    .update(timeEntries)
    .set({ ...change, version: sql`${timeEntries.version} + 1` })
    .where(eq(timeEntries.id, entry.id))
    .returning()
  if (!saved) throw new Error(`time entry ${entry.id} vanished while its week was locked`)
  return { ...saved, team_id: entry.team_id }
}
