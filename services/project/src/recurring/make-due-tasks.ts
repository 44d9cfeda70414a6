import type { Tx } from '@milepost/db-schemas/database'
import { lockBoard } from '#tasks/queries.ts'
import { makeTasks } from './make-tasks.ts'
import { findSeries, listDueSeries } from './queries.ts'

interface DueCommand {
  today: string
  now: Date
  correlationId: string
}

/** Makes what every series has due. Answers how many tasks. */
export async function makeDueTasks(
  tx: Tx,
  { today, now, correlationId }: DueCommand,
): Promise<number> {
  let count = 0
  for (const { id, project_id } of await listDueSeries(tx, today)) {
    const progress = await lockBoard(tx, project_id)
    // Read under the lock: somebody may have changed it while we waited.
    const series = await findSeries(tx, id)
    if (series) count += await makeTasks(tx, { progress, series, today, correlationId, now })
  }
  return count
}
