import type { Tx } from '@milepost/db-schemas/database'
import { outbox, type ProjectProgress } from '@milepost/db-schemas/projects'
import { appendToOutbox } from '@milepost/service-kit/outbox'
import { type Cause, updatedEvent } from '#tasks/announce.ts'
import { addActivity, type TaskRow } from '#tasks/queries.ts'
import { settle } from '#tasks/settle.ts'

interface Change {
  cause: Cause
  /** As they were locked, by project. */
  boards: ReadonlyMap<string, ProjectProgress>
  predecessor: TaskRow
  successor: TaskRow
  /** The link in words, before and after. */
  changes: [string | null, string | null]
}

/**
 * A link is part of its successor, so that task is what has changed; a predecessor in another project
 * changes there as well, for its timeline shows the link too.
 */
export async function announceLink(tx: Tx, change: Change): Promise<void> {
  const { cause, boards, predecessor, successor, changes } = change
  const crosses = predecessor.project_id !== successor.project_id
  for (const task of crosses ? [successor, predecessor] : [successor]) {
    const progress = boards.get(task.project_id)
    if (!progress) throw new Error(`the board of project ${task.project_id} is not locked`)
    const events = await settle(tx, {
      ...{ progress, before: undefined, after: undefined, treeChanged: false },
      changes: [(board) => [updatedEvent(cause, task, { board, changedFields: ['dependencies'] })]],
    })
    await appendToOutbox(tx, outbox, ...events)
  }
  await addActivity(tx, {
    project_id: successor.project_id,
    task_id: successor.id,
    actor_user_id: cause.actorId,
    kind: 'updated',
    changes: { dependencies: changes },
    correlation_id: cause.correlationId,
  })
}
