import type { TaskStatus } from '@milepost/api-contracts/tasks'
import type { Db } from '@milepost/db-schemas/database'
import { listColumn, lockBoard, saveProgress, saveRanks } from './queries.ts'
import { freshRanks } from './rank.ts'

/**
 * Gives a column's cards short ranks again, in the order they have. No card changed, so none is announced:
 * the board's version goes up without an event, and readers who notice the gap ask for the whole board.
 */
export async function renewRanks(db: Db, projectId: string, status: TaskStatus): Promise<void> {
  await db.transaction(async (tx) => {
    const progress = await lockBoard(tx, projectId)
    const column = await listColumn(tx, { projectId, status })
    const last = column.at(-1)
    if (!last) return
    const ids = column.map(({ id }) => id)
    await saveRanks(tx, ids, freshRanks(last.rank, ids.length))
    const board_version = progress.board_version + 1
    await saveProgress(tx, projectId, { ...progress, board_version })
  })
}
