import type { BaselineView } from '@milepost/api-contracts/timeline'
import type { ProjectBaseline } from '@milepost/db-schemas/plan'

export const presentBaseline = (baseline: ProjectBaseline): BaselineView => ({
  id: baseline.id,
  name: baseline.name,
  reason: baseline.reason,
  start_date: baseline.start_date,
  finish_date: baseline.finish_date,
  created_at: baseline.created_at.toISOString(),
})
