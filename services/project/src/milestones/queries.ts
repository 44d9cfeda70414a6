import type { Db, Tx } from '@milepost/db-schemas/database'
import { type Milestone, milestones } from '@milepost/db-schemas/milestones'
import { type Project, projects } from '@milepost/db-schemas/projects'
import { and, asc, eq, getTableColumns, isNull, sql } from 'drizzle-orm'

/** A milestone with the team that owns its project, and how far the tasks that lead to it are. */
export interface MilestoneRow extends Milestone, Pick<Project, 'team_id'> {
  task_count: number
  done_count: number
  open_count: number
  /** The earliest date that open work on it has. */
  first_open_due: string | null
}

const counted = (condition: ReturnType<typeof sql>) => sql<number>`(
  select count(*)::int from projects.tasks t
  where t.milestone_id = ${milestones.id} and t.deleted_at is null and t.status <> 'cancelled'
    and ${condition})`

const milestoneColumns = {
  ...getTableColumns(milestones),
  team_id: projects.team_id,
  task_count: counted(sql`true`),
  done_count: counted(sql`t.status = 'done'`),
  open_count: counted(sql`t.status <> 'done'`),
  first_open_due: sql<string | null>`(
    select min(t.due_date)::text from projects.tasks t
    where t.milestone_id = ${milestones.id} and t.deleted_at is null
      and t.status not in ('done', 'cancelled'))`,
}

const isThere = and(isNull(milestones.deleted_at), isNull(projects.deleted_at))

export async function findMilestone(
  db: Db | Tx,
  milestoneId: string,
): Promise<MilestoneRow | undefined> {
  const [milestone] = await db
    .select(milestoneColumns)
    .from(milestones)
    .innerJoin(projects, eq(projects.id, milestones.project_id))
    .where(and(eq(milestones.id, milestoneId), isThere))
  return milestone
}

/** By date; at most 500. */
export async function listMilestones(db: Db, projectId: string): Promise<MilestoneRow[]> {
  return db
    .select(milestoneColumns)
    .from(milestones)
    .innerJoin(projects, eq(projects.id, milestones.project_id))
    .where(and(eq(milestones.project_id, projectId), isThere))
    .orderBy(asc(milestones.due_date), asc(milestones.id))
    .limit(500)
}

/** Reads a milestone and keeps others from changing it until the transaction ends. */
export async function lockMilestone(
  tx: Tx,
  milestoneId: string,
): Promise<MilestoneRow | undefined> {
  await tx
    .select({ id: milestones.id })
    .from(milestones)
    .where(eq(milestones.id, milestoneId))
    .for('update')
  return findMilestone(tx, milestoneId)
}

export async function addMilestone(
  tx: Tx,
  milestone: typeof milestones.$inferInsert,
): Promise<Milestone> {
  const [added] = await tx.insert(milestones).values(milestone).returning()
  if (!added) throw new Error('insert returned nothing')
  return added
}

type Changes = { [Column in keyof Milestone]?: Milestone[Column] | undefined }

export async function saveMilestone(
  tx: Tx,
  milestoneId: string,
  changes: Changes,
): Promise<Milestone> {
  const [saved] = await tx
    .update(milestones)
    .set({ ...changes, version: sql`${milestones.version} + 1` })
    .where(eq(milestones.id, milestoneId))
    .returning()
  if (!saved) throw new Error(`milestone ${milestoneId} vanished while it was locked`)
  return saved
}
