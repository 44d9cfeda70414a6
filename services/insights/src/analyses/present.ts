import type { AnalysisView } from '@milepost/api-contracts/insights'
import type { AnalysisRequest } from '@milepost/db-schemas/insights'
import { presentInsight } from '#insights/present.ts'
import type { StoredInsight } from '#insights/queries.ts'

export const presentAnalysis = (
  request: AnalysisRequest,
  insight?: StoredInsight,
): AnalysisView => ({
  id: request.id,
  kind: request.kind,
  project_id: request.project_id,
  status: request.status,
  requested_at: request.created_at.toISOString(),
  completed_at: request.completed_at?.toISOString() ?? null,
  insight: insight ? presentInsight(insight) : null,
  error: request.error,
})
