import type { LinkType } from '@milepost/api-contracts/timeline'
import type { Tx } from '@milepost/db-schemas/database'
import { outbox } from '@milepost/db-schemas/projects'
import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { announce } from '#change-sets/queries.ts'
import { type BoardState, type Cause, updatedEvent } from '#tasks/announce.ts'
import { findTasks, lockBoard } from '#tasks/queries.ts'
import { settle } from '#tasks/settle.ts'
import type { Comparison } from './compare.ts'
import type { Draft } from './draft.ts'

interface LinkCommand {
  projectId: string
  cause: Cause
  draft: Draft
  comparison: Comparison
}

/** Adds and changes links as a draft says; those that it does not name stay. Answers how many it wrote. */
export async function writeLinks(
  tx: Tx,
  { projectId, cause, draft, comparison }: LinkCommand,
): Promise<number> {
  const rows = linkRows(draft, comparison)
  if (rows.length === 0) return 0
  const { rows: written } = await tx.execute<{ successor_id: string }>(sql`
    insert into projects.task_dependencies as d
      (id, project_id, predecessor_id, successor_id, type, lag_minutes)
    select r.id, ${projectId}, r.predecessor_id, r.successor_id, r.type, r.lag_minutes
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(id uuid, predecessor_id uuid, successor_id uuid, type projects.dependency_type,
        lag_minutes int)
    on conflict (predecessor_id, successor_id) do update
      set type = excluded.type, lag_minutes = excluded.lag_minutes, updated_at = now()
      where (d.type, d.lag_minutes) is distinct from (excluded.type, excluded.lag_minutes)
    returning d.successor_id`)

  const addedIds = new Set(comparison.addedTasks.map(({ ref }) => comparison.taskIds.get(ref)))
  // A link is part of its successor: one that was there already looks different now.
  const changedIds = new Set(
    written.map(({ successor_id }) => successor_id).filter((id) => !addedIds.has(id)),
  )
  if (changedIds.size > 0) {
    const progress = await lockBoard(tx, projectId)
    const changed = await findTasks(tx, [...changedIds])
    const events = await settle(tx, {
      ...{ progress, before: undefined, after: undefined, treeChanged: false },
      changes: changed.map((task) => (board: BoardState) => [
        updatedEvent(cause, task, { board, changedFields: ['dependencies'] }),
      ]),
    })
    await announce(tx, outbox, events)
  }
  return written.length
}

export interface LinkRow {
  id: string
  predecessor_id: string
  successor_id: string
  type: LinkType
  lag_minutes: number
}

/** One for each pair: the last that the draft names. */
export function linkRows(draft: Draft, { taskIds }: Pick<Comparison, 'taskIds'>): LinkRow[] {
  const rows = new Map<string, LinkRow>()
  for (const { predecessor_ref, successor_ref, type, lag_minutes } of draft.links) {
    const predecessor_id = taskIds.get(predecessor_ref)
    const successor_id = taskIds.get(successor_ref)
    if (predecessor_id === undefined || successor_id === undefined) continue
    const ends = { predecessor_id, successor_id }
    rows.set(`${predecessor_id} ${successor_id}`, { id: uuidv7(), ...ends, type, lag_minutes })
  }
  return [...rows.values()]
}
