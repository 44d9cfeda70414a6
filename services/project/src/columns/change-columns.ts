import type { ColumnList } from '@milepost/api-contracts/columns'
import type { BoardColumn } from '@milepost/db-schemas/board'
import type { Db, Tx } from '@milepost/db-schemas/database'
import { outbox } from '@milepost/db-schemas/projects'
import { admit } from '@milepost/service-kit/admit'
import type { Actor } from '@milepost/service-kit/authentication'
import { appendToOutbox } from '@milepost/service-kit/outbox'
import { boardChanged } from '@milepost/shared-events/project-events'
import { canUpdateProject } from '#projects/policy.ts'
import { projectPolicy } from '#projects/refusals.ts'
import { findBoardHead } from '#tasks/kanban-statement.ts'
import { lockBoard } from '#tasks/queries.ts'
import { listColumns, nameFirstColumns, raiseBoardVersion } from './queries.ts'

export interface ColumnsCommand {
  actor: Actor
  projectId: string
  correlationId: string
}

/**
 * Changes a board's columns under the board's lock, and announces it. `change` gets them as they are,
 * and may throw; cards stay in the column they are in.
 */
export async function changeColumns(
  db: Db,
  { actor, projectId, correlationId }: ColumnsCommand,
  change: (tx: Tx, columns: readonly BoardColumn[]) => Promise<void>,
): Promise<ColumnList> {
  return db.transaction(async (tx) => {
    await lockBoard(tx, projectId)
    const [head] = await findBoardHead(tx, projectId)
    admit(actor, head, { ...projectPolicy, may: canUpdateProject })

    const before = await listColumns(tx, projectId)
    await change(tx, before)
    const after = await listColumns(tx, projectId)
    await nameFirstColumns(tx, projectId, newFirsts(before, after))

    const board_version = await raiseBoardVersion(tx, projectId)
    await appendToOutbox(
      tx,
      outbox,
      boardChanged.create({
        correlation_id: correlationId,
        actor_user_id: actor.id,
        project_id: projectId,
        board_version,
      }),
    )
    return { items: after.map(present), board_version }
  })
}

const firstOf = (columns: readonly BoardColumn[], status: string) =>
  columns.find((column) => column.status === status)?.id

/** The statuses whose first column is another one now, with the old one if it is still there. */
function newFirsts(before: readonly BoardColumn[], after: readonly BoardColumn[]) {
  return [...new Set(after.map(({ status }) => status))].flatMap((status) => {
    const [was, is] = [firstOf(before, status), firstOf(after, status)]
    if (!was || !is || was === is) return []
    const stillThere = after.some(({ id }) => id === was)
    return [{ status, before: stillThere ? was : null, after: is }]
  })
}

const present = ({ id, name, status, wip_limit, wip_blocks }: BoardColumn) => ({
  ...{ id, name, status, wip_limit, wip_blocks },
})
