import type { Tx } from '@milepost/db-schemas/database'
import { type ChangeSetKind, insertChangeSet } from './queries.ts'
import type { RecordedChange } from './recorded-change.ts'

interface NewChangeSet {
  projectId: string
  actorId: string
  kind: ChangeSetKind
  /** As `saveTasks` answers them. */
  changes: readonly RecordedChange[]
}

/** Remembers many changes as one, so that one request undoes them. Answers its id; null when nothing changed. */
export async function addChangeSet(
  tx: Tx,
  { projectId, actorId, kind, changes }: NewChangeSet,
): Promise<string | null> {
  if (changes.length === 0) return null
  return insertChangeSet(tx, { project_id: projectId, actor_user_id: actorId, kind, changes })
}
