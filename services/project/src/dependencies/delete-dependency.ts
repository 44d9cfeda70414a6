import type { Db } from '@milepost/db-schemas/database'
import type { Actor } from '@milepost/service-kit/authentication'
import { announceLink } from './announce-links.ts'
import { linkInWords } from './link-words.ts'
import { lockDependency } from './lock-dependency.ts'
import { type DependencyRow, removeDependency } from './queries.ts'

interface DeleteDependencyCommand {
  actor: Actor
  dependency: Pick<DependencyRow, 'id' | 'project_id' | 'predecessor_project_id'>
  correlationId: string
}

/** Takes a link away. */
export async function deleteDependency(
  db: Db,
  { actor, dependency, correlationId }: DeleteDependencyCommand,
): Promise<void> {
  await db.transaction(async (tx) => {
    const { link, ...ends } = await lockDependency(tx, actor, dependency)
    await removeDependency(tx, link.id)
    await announceLink(tx, {
      ...ends,
      cause: { actorId: actor.id, correlationId },
      changes: [linkInWords(ends.predecessor, link), null],
    })
  })
}
