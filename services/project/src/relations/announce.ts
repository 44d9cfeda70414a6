import type { Tx } from '@milepost/db-schemas/database'
import { outbox, type ProjectProgress } from '@milepost/db-schemas/projects'
import { appendToOutbox } from '@milepost/service-kit/outbox'
import { type Cause, updatedEvent } from '#tasks/announce.ts'
import { addActivity, type TaskRow } from '#tasks/queries.ts'
import { settle } from '#tasks/settle.ts'

const words = { relates: 'relates to', duplicates: 'duplicates' } as const

interface Change {
  cause: Cause
  /** As it was locked. */
  progress: ProjectProgress
  /** The task of which it was said, and the other. */
  ends: readonly [TaskRow, TaskRow]
  kind: keyof typeof words
  added: boolean
}

/** Both ends show a relation, so both have changed. Their history is that of the one it was said of. */
export async function announceRelation(
  tx: Tx,
  { cause, progress, ends, kind, added }: Change,
): Promise<void> {
  const events = await settle(tx, {
    ...{ progress, before: undefined, after: undefined, treeChanged: false },
    changes: ends.map((task) => (board) => [
      updatedEvent(cause, task, { board, changedFields: ['relations'] }),
    ]),
  })
  await appendToOutbox(tx, outbox, ...events)
  const [task, other] = ends
  const said = `${words[kind]} ${other.project_key}-${other.number}`
  await addActivity(tx, {
    ...{ project_id: task.project_id, task_id: task.id, kind: 'updated' },
    changes: { relations: added ? [null, said] : [said, null] },
    ...{ actor_user_id: cause.actorId, correlation_id: cause.correlationId },
  })
}
