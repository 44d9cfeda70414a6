import type { Db } from '@milepost/db-schemas/database'
import { ServiceUnavailable } from '@milepost/service-kit/call-service'
import type { Log } from '@milepost/service-kit/logger-options'
import type { Metrics } from '@milepost/service-kit/metrics'
import { listProjects } from '#projects/queries.ts'
import type { SummaryWriter } from '#writer/summary-writer.ts'
import { type ComposedInsight, composeInsight } from './compose-insight.ts'
import { gather } from './gather.ts'
import { listComputedSince } from './health-memory.ts'
import type { Pace } from './pace.ts'
import { attemptsMax, failRequest, type LeasedRequest, postponeRequest } from './requests.ts'
import type { Sources } from './sources.ts'
import { storeInsight } from './store-insight.ts'

export interface Work {
  db: Db
  sources: Sources
  write: SummaryWriter
  log: Log
  metrics: Metrics
  pace: Pace
}

/** A project service that has been away for this long is not waited for any more. */
const patienceSeconds = 3_600

/** Does one request from its facts to the stored insight. Never throws: what fails is put off or given up. */
export async function runRequest(work: Work, request: LeasedRequest): Promise<void> {
  const { db, log } = work
  const about = aboutRequest(request)
  const started = performance.now()
  try {
    const projects = await listProjects(db, request.scope_project_ids)
    if (projects.length < request.scope_project_ids.length) {
      await failRequest(db, request, 'A project of this analysis no longer exists.')
      log.info(about, 'analysis given up: a project is gone')
      return
    }
    const insight = await compose(work, request)
    warnOfDropped(work, request, insight)
    const { delayOf } = work.pace
    const insightId = await storeInsight(db, request, { insight, delayOf })
    if (insightId === undefined) {
      log.warn(about, 'another worker had taken the analysis over; this result is dropped')
      return
    }
    const duration_ms = Math.round(performance.now() - started)
    work.pace.took(request, duration_ms / 1000)
    const { numbers, verified } = insight.verification
    log.info({ ...about, insight_id: insightId, numbers, verified, duration_ms }, 'insight stored')
  } catch (error) {
    // Cleans up: nobody else would, and the worker goes on with the next request.
    await putOff(work, request, error)
  }
}

const aboutRequest = ({ id, kind, project_id, correlation_id, attempts }: LeasedRequest) => ({
  ...{ analysis_id: id, kind, project_id, correlation_id, attempts },
})

async function compose(work: Work, request: LeasedRequest): Promise<ComposedInsight> {
  const { db, sources, write, log, metrics } = work
  const projectIds = request.scope_project_ids
  const gathered = await gather(sources, { projectIds, correlationId: request.correlation_id }, log)
  const computedSince = await listComputedSince(db, projectIds)
  return composeInsight({ ...gathered, kind: request.kind, computedSince }, write, metrics)
}

/** Rules never write what does not hold, so with them this is a mistake of ours. */
function warnOfDropped({ log }: Work, request: LeasedRequest, insight: ComposedInsight): void {
  for (const { text, objections } of insight.dropped) {
    const about = { ...aboutRequest(request), sentence: text, objections }
    if (insight.source === 'rules') log.error(about, 'a sentence of our own did not hold')
    else log.warn(about, 'a sentence of the model did not hold')
  }
}

async function putOff({ db, log }: Work, request: LeasedRequest, error: unknown): Promise<void> {
  const about = { ...aboutRequest(request), err: error }
  if (error instanceof ServiceUnavailable) {
    const waitedSeconds = (Date.now() - request.created_at.getTime()) / 1000
    if (waitedSeconds > patienceSeconds) {
      log.error(about, 'analysis given up: the project service is away')
      return failRequest(db, request, 'The project data could not be read.')
    }
    log.warn(about, 'the project service is away; the analysis waits')
    const seconds = Math.min(60, Math.max(2, waitedSeconds / 2))
    return postponeRequest(db, request, { seconds, counts: false })
  }
  log.error(about, 'analysis failed')
  if (request.attempts >= attemptsMax) {
    return failRequest(db, request, 'The analysis failed. It has been reported.')
  }
  return postponeRequest(db, request, { seconds: 5 * request.attempts, counts: true })
}
