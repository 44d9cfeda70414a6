import type { Tx } from '@milepost/db-schemas/database'
import type { ProjectProgress } from '@milepost/db-schemas/projects'
import type { AnyEvent } from '@milepost/shared-events/define-event'
import type { BoardState } from './announce.ts'
import { changesEstimates, projectCompletion, totalsAfter, type Weighed } from './progress.ts'
import { saveProgress } from './queries.ts'
import { recomputeProgress } from './recompute-progress.ts'

interface Settlement {
  /** As it was locked. */
  progress: ProjectProgress
  before: Weighed | undefined
  after: Weighed | undefined
  /** Whether a parent was gained or lost, which decides what is a leaf. */
  treeChanged: boolean
  lastTaskNumber?: number
  /** In their order. Each is a change of the board of its own, with a version of its own. */
  changes: readonly ((board: BoardState) => AnyEvent[])[]
}

/** Brings the project's totals and the board's version up to date; answers the events of the changes. */
export async function settle(tx: Tx, settlement: Settlement): Promise<AnyEvent[]> {
  const { progress, before, after, treeChanged, changes } = settlement
  const { lastTaskNumber = progress.last_task_number } = settlement
  const recompute = treeChanged || changesEstimates(before, after)
  const totals = recompute
    ? await recomputeProgress(tx, progress.project_id)
    : totalsAfter(progress, before, after)
  const { median_estimate } = recompute ? { ...progress, ...totals } : progress

  await saveProgress(tx, progress.project_id, {
    ...totals,
    board_version: progress.board_version + changes.length,
    last_task_number: lastTaskNumber,
  })
  const completion_percentage = projectCompletion({ ...totals, median_estimate })
  return changes.flatMap((change, index) =>
    change({ board_version: progress.board_version + index + 1, completion_percentage }),
  )
}
