import type { CreateRecurringTask } from '@milepost/api-contracts/recurring'
import type { Tx } from '@milepost/db-schemas/database'
import { admit } from '@milepost/service-kit/admit'
import type { Actor } from '@milepost/service-kit/authentication'
import { dayOf } from '#calendar-day.ts'
import { projectPolicy } from '#projects/refusals.ts'
import { findBoardHead } from '#tasks/kanban-statement.ts'
import { lockBoard } from '#tasks/queries.ts'
import { firstDate } from './first-date.ts'
import { makeTasks } from './make-tasks.ts'
import { canKeepSeries } from './policy.ts'
import { addSeries, findSeries, type SeriesRow } from './queries.ts'
import { readSeriesReferences } from './references.ts'

interface CreateCommand {
  actor: Actor
  projectId: string
  input: CreateRecurringTask
  correlationId: string
  now: Date
}

/** Keeps work that comes back, and makes the tasks that are near already. */
export async function createSeries(
  tx: Tx,
  { actor, projectId, input, correlationId, now }: CreateCommand,
): Promise<SeriesRow> {
  const progress = await lockBoard(tx, projectId)
  const [head] = await findBoardHead(tx, projectId)
  const project = admit(actor, head, { ...projectPolicy, may: canKeepSeries })
  const today = dayOf(now)
  const next_on = firstDate(input, today)
  await readSeriesReferences(tx, { fields: input.fields, project })

  const fields = { ...input.fields, kept_by: actor.id }
  const id = await addSeries(tx, { ...input, fields, next_on, project_id: projectId })
  const series = await getSeries(tx, id)
  await makeTasks(tx, { progress, series, today, correlationId, now })
  return getSeries(tx, id)
}

export async function getSeries(tx: Tx, id: string): Promise<SeriesRow> {
  const series = await findSeries(tx, id)
  if (!series) throw new Error(`recurring task ${id} vanished while its board was locked`)
  return series
}
