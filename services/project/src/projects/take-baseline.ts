import type { Tx } from '@milepost/db-schemas/database'
import { milestones } from '@milepost/db-schemas/milestones'
import { baselineItems, projectBaselines } from '@milepost/db-schemas/plan'
import type { Project } from '@milepost/db-schemas/projects'
import { tasks } from '@milepost/db-schemas/tasks'
import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'

interface Baseline {
  project: Pick<Project, 'id' | 'start_date' | 'finish_date'>
  actorId: string
}

/**
 * Keeps the plan as it is when work begins: what slippage is measured from. Once per project; without a
 * start and a finish, planned or at least of its tasks and milestones, there is no plan to keep.
 */
export async function takeBaseline(tx: Tx, { project, actorId }: Baseline): Promise<void> {
  const taken = await tx
    .select({ id: projectBaselines.id })
    .from(projectBaselines)
    .where(eq(projectBaselines.project_id, project.id))
    .limit(1)
  if (taken.length > 0) return

  const dates = await findPlannedDates(tx, project)
  if (!dates) return
  const [baseline] = await tx
    .insert(projectBaselines)
    .values({
      project_id: project.id,
      name: 'Baseline 1',
      reason: 'The project became active.',
      ...dates,
      taken_by: actorId,
    })
    .returning({ id: projectBaselines.id })
  if (!baseline) throw new Error('insert returned nothing')
  await addItems(tx, project.id, baseline.id)
}

async function findPlannedDates(tx: Tx, { id, start_date, finish_date }: Baseline['project']) {
  const { rows } = await tx.execute<{ start_date: string | null; finish_date: string | null }>(sql`
    select
      least(min(t.start_date), min(t.due_date))::text as start_date,
      greatest(max(t.due_date),
        (select max(m.due_date) from projects.milestones m
         where m.project_id = ${id} and m.deleted_at is null))::text as finish_date
    from projects.tasks t where t.project_id = ${id} and t.deleted_at is null`)
  const [start, finish] = [
    start_date ?? rows[0]?.start_date ?? null,
    finish_date ?? rows[0]?.finish_date ?? null,
  ]
  return start === null || finish === null ? undefined : { start_date: start, finish_date: finish }
}

async function addItems(tx: Tx, projectId: string, baseline_id: string): Promise<void> {
  const planned = await tx
    .select({
      task_id: tasks.id,
      start_date: tasks.start_date,
      finish_date: sql<string>`${tasks.due_date}`,
      estimate_minutes: tasks.estimate_minutes,
    })
    .from(tasks)
    .where(
      and(eq(tasks.project_id, projectId), isNull(tasks.deleted_at), isNotNull(tasks.due_date)),
    )
  const promised = await tx
    .select({ milestone_id: milestones.id, finish_date: milestones.due_date })
    .from(milestones)
    .where(and(eq(milestones.project_id, projectId), isNull(milestones.deleted_at)))
  const items = [...planned, ...promised].map((item) => ({ ...item, baseline_id }))
  // PostgreSQL takes 65,535 parameters per statement.
  for (let from = 0; from < items.length; from += 5_000) {
    await tx.insert(baselineItems).values(items.slice(from, from + 5_000))
  }
}
