import type { Tx } from '@milepost/db-schemas/database'
import { projectBaselines } from '@milepost/db-schemas/plan'
import type { Project } from '@milepost/db-schemas/projects'
import { eq } from 'drizzle-orm'
import { keepPlan } from '#baselines/keep-plan.ts'

interface Baseline {
  project: Pick<Project, 'id' | 'start_date' | 'finish_date'>
  actorId: string
}

/** Keeps the plan as it is when work begins: what slippage is measured from. Once per project, if it has a plan. */
export async function takeBaseline(tx: Tx, { project, actorId }: Baseline): Promise<void> {
  const taken = await tx
    .select({ id: projectBaselines.id })
    .from(projectBaselines)
    .where(eq(projectBaselines.project_id, project.id))
    .limit(1)
  if (taken.length > 0) return
  const reason = 'The project became active.'
  await keepPlan(tx, { project, name: 'Baseline 1', reason, actorId })
}
