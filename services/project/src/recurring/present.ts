import type { RecurringTaskView } from '@milepost/api-contracts/recurring'
import type { Actor } from '@milepost/service-kit/authentication'
import { canKeepSeries } from './policy.ts'
import type { SeriesRow } from './queries.ts'

export function presentSeries(actor: Actor, series: SeriesRow): RecurringTaskView {
  const { kept_by: _, ...fields } = series.fields
  return { ...series, fields, can: { update: canKeepSeries(actor, series) } }
}
