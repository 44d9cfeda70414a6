import type { Tx } from '@milepost/db-schemas/database'
import { baselineItems, projectBaselines } from '@milepost/db-schemas/plan'
import type { Comparison } from './compare.ts'
import type { DraftBaseline } from './draft.ts'

interface BaselineCommand {
  projectId: string
  actorId: string
  /** The latest first. */
  baselines: readonly DraftBaseline[]
  comparison: Pick<Comparison, 'taskIds' | 'milestoneIds'>
}

/** A statement takes 65,535 values at most. */
const rowsMax = 5_000

/** Keeps baselines that were taken elsewhere; the latest is the latest here. */
export async function writeBaselines(tx: Tx, command: BaselineCommand): Promise<void> {
  const { projectId, actorId, baselines, comparison } = command
  for (const { items, ...baseline } of baselines.toReversed()) {
    const [added] = await tx
      .insert(projectBaselines)
      .values({ ...baseline, project_id: projectId, taken_by: actorId })
      .returning()
    if (!added) throw new Error('insert returned nothing')
    const rows = items.flatMap(({ task_ref, milestone_ref, ...item }) => {
      const task_id = task_ref === null ? null : (comparison.taskIds.get(task_ref) ?? null)
      const milestone_id =
        milestone_ref === null ? null : (comparison.milestoneIds.get(milestone_ref) ?? null)
      if (task_id === null && milestone_id === null) return []
      return [{ ...item, baseline_id: added.id, task_id, milestone_id }]
    })
    for (let from = 0; from < rows.length; from += rowsMax) {
      await tx.insert(baselineItems).values(rows.slice(from, from + rowsMax))
    }
  }
}
