import type { Tx } from '@milepost/db-schemas/database'
import type { ProjectProgress } from '@milepost/db-schemas/projects'
import { admit } from '@milepost/service-kit/admit'
import type { Actor } from '@milepost/service-kit/authentication'
import { findTask, type TaskRow } from '#tasks/queries.ts'
import { lockBoards } from './lock-network.ts'
import { dependencyPolicy } from './policy.ts'
import { type DependencyRow, findDependency } from './queries.ts'

interface LockedDependency {
  link: DependencyRow
  boards: Map<string, ProjectProgress>
  predecessor: TaskRow
  successor: TaskRow
}

/** A link that the actor may change, with both ends and their boards locked. */
export async function lockDependency(
  tx: Tx,
  actor: Actor,
  known: Pick<DependencyRow, 'id' | 'project_id' | 'predecessor_project_id'>,
): Promise<LockedDependency> {
  const boards = await lockBoards(tx, [known.project_id, known.predecessor_project_id])
  const link = admit(actor, await findDependency(tx, known.id), dependencyPolicy)
  const [predecessor, successor] = [
    await findTask(tx, link.predecessor_id),
    await findTask(tx, link.successor_id),
  ]
  if (!predecessor || !successor) throw new Error(`link ${link.id} lost an end while it was locked`)
  return { link, boards, predecessor, successor }
}
