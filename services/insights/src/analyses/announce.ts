import type { Tx } from '@milepost/db-schemas/database'
import { type AnalysisRequest, outbox } from '@milepost/db-schemas/insights'
import { appendToOutbox } from '@milepost/service-kit/outbox'
import { aiAnalysisRequested } from '@milepost/shared-events/insight-events'

/** Wakes a worker. Whether it hears of it or not, the request is in the queue. */
export async function announce(
  tx: Tx,
  { id, kind, project_id, trigger, requested_by, correlation_id }: AnalysisRequest,
): Promise<void> {
  await appendToOutbox(
    tx,
    outbox,
    aiAnalysisRequested.create({
      correlation_id,
      actor_user_id: requested_by,
      analysis_id: id,
      kind,
      project_id,
      trigger: trigger === 'user' ? 'user' : 'event',
    }),
  )
}
