import type { Db } from '@milepost/db-schemas/database'
import { admit } from '@milepost/service-kit/admit'
import type { Actor } from '@milepost/service-kit/authentication'
import { lockBoard } from '#tasks/queries.ts'
import { canKeepSeries, seriesPolicy } from './policy.ts'
import { presentSeries } from './present.ts'
import { findSeries, saveSeries } from './queries.ts'
import { seriesChanged } from './refusals.ts'

interface DeleteCommand {
  actor: Actor
  series: { id: string; project_id: string }
  version: number
  now: Date
}

/** Ends a series; the tasks that it made stay. */
export async function deleteSeries(
  db: Db,
  { actor, series: { id, project_id }, version, now }: DeleteCommand,
): Promise<void> {
  await db.transaction(async (tx) => {
    await lockBoard(tx, project_id)
    const before = admit(actor, await findSeries(tx, id), { ...seriesPolicy, may: canKeepSeries })
    if (!(await saveSeries(tx, { id, version }, { deleted_at: now }))) {
      throw seriesChanged(presentSeries(actor, before))
    }
  })
}
