import type { Tx } from '@milepost/db-schemas/database'
import { milestones } from '@milepost/db-schemas/milestones'
import { baselineItems, type ProjectBaseline, projectBaselines } from '@milepost/db-schemas/plan'
import type { Project } from '@milepost/db-schemas/projects'
import { and, eq, isNull } from 'drizzle-orm'
import { parsePlan } from '#timeline/plan.ts'
import { readPlanText } from '#timeline/plan-statement.ts'

interface NewBaseline {
  project: Pick<Project, 'id' | 'start_date' | 'finish_date'>
  name: string
  reason: string
  actorId: string
}

/**
 * Keeps the plan as it is: what is measured from. Undefined without a start and a finish, planned or at
 * least of the tasks and milestones: then there is no plan to keep.
 */
export async function keepPlan(
  tx: Tx,
  { project, name, reason, actorId }: NewBaseline,
): Promise<ProjectBaseline | undefined> {
  const items = await listPlanned(tx, project.id)
  const dates = spanOf(project, items)
  if (!dates) return undefined

  const [baseline] = await tx
    .insert(projectBaselines)
    .values({ project_id: project.id, name, reason, ...dates, taken_by: actorId })
    .returning()
  if (!baseline) throw new Error('insert returned nothing')
  const rows = items.map((item) => ({ ...item, baseline_id: baseline.id }))
  // PostgreSQL takes 65,535 parameters per statement.
  for (let from = 0; from < rows.length; from += 5_000) {
    await tx.insert(baselineItems).values(rows.slice(from, from + 5_000))
  }
  return baseline
}

type Item = Omit<typeof baselineItems.$inferInsert, 'baseline_id'>

/** What has a date by which it is to be done. A parent has the span of its subtasks, as a timeline shows it. */
async function listPlanned(tx: Tx, projectId: string): Promise<Item[]> {
  const [text] = await readPlanText(tx, projectId)
  if (!text) throw new Error(`project ${projectId} has no progress row`)
  const promised = await tx
    .select({ milestone_id: milestones.id, finish_date: milestones.due_date })
    .from(milestones)
    .where(and(eq(milestones.project_id, projectId), isNull(milestones.deleted_at)))
  const planned = parsePlan(text).tasks.flatMap((task): Item[] =>
    task.due_date === undefined
      ? []
      : [
          {
            task_id: task.id,
            start_date: task.start_date ?? null,
            finish_date: task.due_date,
            estimate_minutes: task.estimate_minutes ?? null,
          },
        ],
  )
  return [...planned, ...promised]
}

function spanOf({ start_date, finish_date }: NewBaseline['project'], items: readonly Item[]) {
  const starts = items
    .filter(({ task_id }) => task_id != null)
    .map((item) => item.start_date ?? item.finish_date)
  const start = start_date ?? starts.toSorted().at(0)
  const finish =
    finish_date ??
    items
      .map((item) => item.finish_date)
      .toSorted()
      .at(-1)
  return start === undefined || finish === undefined
    ? undefined
    : { start_date: start, finish_date: finish }
}
