import type { CreateDependency, DependencyView } from '@milepost/api-contracts/timeline'
import type { Tx } from '@milepost/db-schemas/database'
import { admit } from '@milepost/service-kit/admit'
import type { Actor } from '@milepost/service-kit/authentication'
import { unknownReference } from '@milepost/service-kit/problem'
import { canSeeTask } from '#tasks/policy.ts'
import { findTask } from '#tasks/queries.ts'
import { taskPolicy } from '#tasks/refusals.ts'
import { announceLink } from './announce-links.ts'
import { linkInWords } from './link-words.ts'
import { lockBoards } from './lock-network.ts'
import { canLink } from './policy.ts'
import { presentDependency } from './present.ts'
import { addDependency } from './queries.ts'
import { dependencyExists } from './refusals.ts'
import { refuseCycleOfLink } from './refuse-cycle.ts'

interface CreateDependencyCommand {
  actor: Actor
  successor: { id: string; project_id: string }
  input: CreateDependency
  /** Where the predecessor is: in the successor's project, or in another that the actor sees. */
  within: 'project' | 'others'
  correlationId: string
}

/** Makes a task wait for another one. */
export async function createDependency(
  tx: Tx,
  command: CreateDependencyCommand,
): Promise<DependencyView> {
  const { actor, input, within, correlationId } = command
  const find = async () => {
    const task = await findTask(tx, input.predecessor_id)
    const isInside = task?.project_id === command.successor.project_id
    if (!task || !canSeeTask(actor, task)) return undefined
    return isInside === (within === 'project') ? task : undefined
  }
  // Found before the lock only to know which boards to lock.
  const projectIds = [command.successor.project_id, (await find())?.project_id].filter(
    (id) => id !== undefined,
  )
  const boards = await lockBoards(tx, projectIds)
  const successor = admit(actor, await findTask(tx, command.successor.id), {
    ...taskPolicy,
    may: canLink,
  })
  const predecessor = await find()
  if (!predecessor) throw unknownReference('#/predecessor_id')

  const ends = { predecessor_id: predecessor.id, successor_id: successor.id }
  await refuseCycleOfLink(tx, [...boards.keys()], ends)
  const { type, lag_minutes } = input
  const added = await addDependency(tx, {
    ...ends,
    ...{ project_id: successor.project_id, type, lag_minutes },
  })
  if (!added) throw dependencyExists()

  await announceLink(tx, {
    ...{ boards, predecessor, successor },
    cause: { actorId: actor.id, correlationId },
    changes: [null, linkInWords(predecessor, added)],
  })
  return presentDependency(added)
}
