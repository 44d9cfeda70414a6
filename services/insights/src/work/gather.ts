import type { ProjectEvidence } from '@milepost/api-contracts/evidence'
import type { UtilizationReport } from '@milepost/api-contracts/timesheets'
import { ServiceUnavailable } from '@milepost/service-kit/call-service'
import type { Log } from '@milepost/service-kit/logger-options'
import type { Sources } from './sources.ts'

export interface Gathered {
  evidence: ProjectEvidence[]
  /** Undefined when the timesheets were away: one rule abstains, the rest goes on. */
  utilization: UtilizationReport | undefined
}

interface Order {
  projectIds: readonly string[]
  correlationId: string
}

/** Calls at one time: the project service has other readers. */
const atOnce = 4

/** Reads what an analysis needs. Throws when the project service is away: there is no analysis without. */
export async function gather(
  sources: Sources,
  { projectIds, correlationId }: Order,
  log: Log,
): Promise<Gathered> {
  const utilization = readUtilization(sources, correlationId, log)
  const evidence: ProjectEvidence[] = []
  for (let from = 0; from < projectIds.length; from += atOnce) {
    const some = projectIds.slice(from, from + atOnce)
    evidence.push(...(await Promise.all(some.map((id) => sources.readEvidence(id, correlationId)))))
  }
  return { evidence, utilization: await utilization }
}

async function readUtilization(sources: Sources, correlationId: string, log: Log) {
  try {
    return await sources.readUtilization(correlationId)
  } catch (error) {
    // Translates: the insight says that it does not know the utilization.
    const about = { correlation_id: correlationId, err: error }
    if (error instanceof ServiceUnavailable) log.warn(about, 'timesheets are away')
    else log.error(about, 'timesheets could not be read')
    return undefined
  }
}
