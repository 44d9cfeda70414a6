import type { DependencyView, UpdateDependency } from '@milepost/api-contracts/timeline'
import type { Db } from '@milepost/db-schemas/database'
import type { Actor } from '@milepost/service-kit/authentication'
import { announceLink } from './announce-links.ts'
import { linkInWords } from './link-words.ts'
import { lockDependency } from './lock-dependency.ts'
import { presentDependency } from './present.ts'
import { type DependencyRow, saveDependency } from './queries.ts'

interface UpdateDependencyCommand {
  actor: Actor
  dependency: Pick<DependencyRow, 'id' | 'project_id' | 'predecessor_project_id'>
  input: UpdateDependency
  correlationId: string
}

/** Gives a link another type or lag. */
export async function updateDependency(
  db: Db,
  { actor, dependency, input, correlationId }: UpdateDependencyCommand,
): Promise<DependencyView> {
  return db.transaction(async (tx) => {
    const { link, ...ends } = await lockDependency(tx, actor, dependency)
    const { type = link.type, lag_minutes = link.lag_minutes } = input
    const after = { ...link, type, lag_minutes }
    if (type === link.type && lag_minutes === link.lag_minutes) return presentDependency(link)

    await saveDependency(tx, link.id, { type, lag_minutes })
    await announceLink(tx, {
      ...ends,
      cause: { actorId: actor.id, correlationId },
      changes: [linkInWords(ends.predecessor, link), linkInWords(ends.predecessor, after)],
    })
    return presentDependency(after)
  })
}
