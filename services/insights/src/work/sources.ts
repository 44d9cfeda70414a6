import { type ProjectEvidence, projectEvidenceSchema } from '@milepost/api-contracts/evidence'
import { type UtilizationReport, utilizationReportSchema } from '@milepost/api-contracts/timesheets'
import { callService, ServiceUnavailable } from '@milepost/service-kit/call-service'

/** Where the facts of an analysis come from. */
export interface Sources {
  readEvidence: (projectId: string, correlationId: string) => Promise<ProjectEvidence>
  readUtilization: (correlationId: string) => Promise<UtilizationReport>
}

interface SourcesOptions {
  projectUrl: string
  timesheetUrl: string
  serviceSecret: string
  /** Of one try; there are two. */
  timeoutMs: number
}

/** The project and the timesheet service, each asked twice before it counts as away. */
export function openSources(options: SourcesOptions): Sources {
  const { projectUrl, timesheetUrl, serviceSecret, timeoutMs } = options
  const call = { serviceName: 'insights-service', serviceSecret, timeoutMs }
  return {
    readEvidence: (projectId, correlationId) =>
      twice(() =>
        callService({
          ...call,
          baseUrl: projectUrl,
          path: `/internal/v1/projects/${projectId}/evidence`,
          answer: projectEvidenceSchema,
          correlationId,
        }),
      ),
    readUtilization: (correlationId) =>
      twice(() =>
        callService({
          ...call,
          baseUrl: timesheetUrl,
          path: '/internal/v1/utilization',
          answer: utilizationReportSchema,
          correlationId,
        }),
      ),
  }
}

async function twice<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask()
  } catch (error) {
    // Translates: one bad moment is none. A refusal or a broken contract is not better the second time.
    if (!(error instanceof ServiceUnavailable)) throw error
    return ask()
  }
}
