import type { UpdateRecurringTask } from '@milepost/api-contracts/recurring'
import type { Db } from '@milepost/db-schemas/database'
import { admit } from '@milepost/service-kit/admit'
import type { Actor } from '@milepost/service-kit/authentication'
import { dayOf } from '#calendar-day.ts'
import { lockBoard } from '#tasks/queries.ts'
import { getSeries } from './create-series.ts'
import { firstDate } from './first-date.ts'
import { makeTasks } from './make-tasks.ts'
import { canKeepSeries, seriesPolicy } from './policy.ts'
import { presentSeries } from './present.ts'
import { findSeries, type SeriesRow, saveSeries } from './queries.ts'
import { readSeriesReferences } from './references.ts'
import { seriesChanged } from './refusals.ts'

interface UpdateCommand {
  actor: Actor
  series: { id: string; project_id: string }
  input: UpdateRecurringTask
  correlationId: string
  now: Date
}

/** Changes what comes back from today on. A date that has its task gets no second one. */
export async function updateSeries(
  db: Db,
  { actor, series: { id, project_id }, input, correlationId, now }: UpdateCommand,
): Promise<SeriesRow> {
  const { version, fields, ...changes } = input
  return db.transaction(async (tx) => {
    const progress = await lockBoard(tx, project_id)
    const before = admit(actor, await findSeries(tx, id), { ...seriesPolicy, may: canKeepSeries })
    const today = dayOf(now)
    const isRescheduled = changes.rule !== undefined || changes.starts_on !== undefined
    const { rule = before.rule, starts_on = before.starts_on } = changes
    const next_on = isRescheduled ? firstDate({ rule, starts_on }, today) : before.next_on
    const project = { id: project_id, team_id: before.team_id }
    if (fields) await readSeriesReferences(tx, { fields, project })
    const kept = { ...(fields ?? before.fields), kept_by: actor.id }
    if (!(await saveSeries(tx, { id, version }, { ...changes, fields: kept, next_on }))) {
      throw seriesChanged(presentSeries(actor, before))
    }
    const series = await getSeries(tx, id)
    await makeTasks(tx, { progress, series, today, correlationId, now })
    return getSeries(tx, id)
  })
}
