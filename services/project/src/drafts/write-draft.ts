import type { Tx } from '@milepost/db-schemas/database'
import type { ProjectProgress } from '@milepost/db-schemas/projects'
import { rankEntered } from '#bulk/rank-entered.ts'
import type { RecordedChange } from '#change-sets/recorded-change.ts'
import { saveTasks } from '#change-sets/save-tasks.ts'
import { refuseCycle } from '#dependencies/refuse-cycle.ts'
import type { Cause } from '#tasks/announce.ts'
import { lockBoard } from '#tasks/queries.ts'
import { addDraftTasks } from './add-tasks.ts'
import type { Comparison } from './compare.ts'
import type { Draft } from './draft.ts'
import { writeLinks } from './write-links.ts'
import { writeMilestones } from './write-milestones.ts'

interface WriteCommand {
  /** As the board was locked. */
  progress: ProjectProgress
  cause: Cause
  draft: Draft
  comparison: Comparison
  now: Date
}

/**
 * Writes a draft into a project: milestones, then tasks, then links. Call it with the board locked. Answers
 * what a change set records. Throws 409 when its links close a circle with those of the project.
 */
export async function writeDraft(tx: Tx, command: WriteCommand): Promise<RecordedChange[]> {
  const { progress, cause, draft, comparison, now } = command
  const projectId = progress.project_id
  await writeMilestones(tx, { projectId, cause, comparison, now })
  const added = await addDraftTasks(tx, { progress, cause, comparison, now })

  const changes = await rankEntered(tx, projectId, comparison.changedTasks)
  // What was added has settled the board, so it is read again.
  const board = await lockBoard(tx, projectId)
  const changed = await saveTasks(tx, { progress: board, cause, changes })

  const linked = await writeLinks(tx, { projectId, cause, draft, comparison })
  if (linked > 0) await refuseCycle(tx, projectId)
  return [
    ...added.map(({ id, version }) => ({ task_id: id, version, before: null, after: {} })),
    ...changed,
  ]
}
