import type { TaskStatus } from '@milepost/api-contracts/tasks'
import type { Tx } from '@milepost/db-schemas/database'
import { generateNKeysBetween } from 'fractional-indexing'
import { findLastRank, type TaskRow } from '#tasks/queries.ts'

interface Edited {
  before: TaskRow
  after: TaskRow
}

/** Puts the tasks that took another status at the end of its column, in the order of their numbers. */
export async function rankEntered(
  tx: Tx,
  projectId: string,
  edited: readonly Edited[],
): Promise<Edited[]> {
  const entering = edited
    .filter(({ before, after }) => before.status !== after.status)
    .toSorted((one, other) => one.before.number - other.before.number)
  const statuses = [...new Set(entering.map(({ after }) => after.status))]
  const ranks = new Map<string, string>()
  for (const status of statuses) {
    const ids = entering.filter(({ after }) => after.status === status).map(({ after }) => after.id)
    const last = await findLastRank(tx, { projectId, status: status as TaskStatus })
    const fresh = generateNKeysBetween(last, null, ids.length)
    for (const [index, id] of ids.entries()) ranks.set(id, fresh[index] ?? '')
  }
  return edited.map(({ before, after }) => {
    const rank = ranks.get(before.id)
    return { before, after: rank === undefined ? after : { ...after, rank, column_id: null } }
  })
}
