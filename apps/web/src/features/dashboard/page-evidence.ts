import type { Fact } from '@milepost/api-contracts/insights'
import type { PortfolioOverview } from '@milepost/api-contracts/portfolio'
import type { UtilizationReport } from '@milepost/api-contracts/timesheets'
import type { Evidence } from '#shared/ui/evidence.ts'
import { type CountName, countEvidence } from './count-evidence.ts'
import {
  blockedEvidence,
  completionEvidence,
  healthEvidence,
  utilizationEvidence,
} from './evidence.ts'
import { activeProjects } from './overview.ts'

/** The numbers of the page that the insight does not carry, in the order they are read. */
export function pageEvidence(
  overview: PortfolioOverview,
  utilization: UtilizationReport | undefined,
  facts: readonly Fact[],
): Evidence[] {
  const { as_of } = overview
  const names = Object.keys(overview.counts) as CountName[]
  return [
    ...names.map((name) => countEvidence(overview, name)),
    ...activeProjects(overview).flatMap((project) => [
      completionEvidence(project, as_of, facts),
      healthEvidence(project, as_of),
      ...(project.blocked_count > 0 ? [blockedEvidence(project, as_of, facts)] : []),
    ]),
    ...(utilization ? utilizationEvidences(utilization, as_of) : []),
  ]
}

const utilizationEvidences = (report: UtilizationReport, as_of: string) =>
  report.teams
    .filter(({ utilization_percentage }) => utilization_percentage !== null)
    .map((team) => utilizationEvidence(team, report, as_of))
