import type { Insight } from '@milepost/api-contracts/insights'
import type { PortfolioOverview as Overview } from '@milepost/api-contracts/portfolio'
import type { UtilizationReport } from '@milepost/api-contracts/timesheets'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { localDate } from '#shared/format/dates.ts'
import { EvidenceScope } from '#shared/ui/EvidenceScope.tsx'
import { inReadingOrder } from '#shared/ui/evidence.ts'
import { mentionedFacts } from '#shared/ui/mentioned-facts.ts'
import { attentionOf } from './attention.ts'
import { MilestonePanel } from './MilestonePanel.tsx'
import { activeProjects } from './overview.ts'
import { PortfolioOverview } from './PortfolioOverview.tsx'
import { ProjectTable } from './ProjectTable.tsx'
import { pageEvidence } from './page-evidence.ts'
import { RecentChanges } from './RecentChanges.tsx'
import { RiskAlertPanel } from './RiskAlertPanel.tsx'
import { TeamUtilization } from './TeamUtilization.tsx'

interface ExecutiveDashboardProps {
  overview: Overview
  utilization: UseQueryResult<UtilizationReport>
  /** The newest insight there is, if any: its numbers are the page's first doors. */
  insight: Insight | null
  /** Whether one may still come. */
  insightLoading: boolean
  /** The written summary, which another feature shows. */
  summary: ReactNode
}

/** The live portfolio: what needs a decision first, what is fine in one quiet line. */
export function ExecutiveDashboard(props: ExecutiveDashboardProps) {
  const { overview, utilization, insight, insightLoading, summary } = props
  const today = localDate(new Date(overview.as_of))
  const mentioned = insight ? mentionedFacts(insight) : []
  const own = pageEvidence(overview, utilization.data, insight?.facts ?? [])

  return (
    <EvidenceScope
      evidence={inReadingOrder(mentioned, own)}
      loading={insightLoading || utilization.isPending}
    >
      <div className="@container present:[zoom:1.15]">
        <main className="flex max-w-(--content-max) flex-col gap-4 px-6 pt-4 pb-8 max-sm:gap-3 max-sm:p-3 beside:grid beside:grid-cols-[minmax(0,1fr)_328px] beside:items-start @min-[1392px]:beside:grid-cols-[minmax(0,1fr)_400px]">
          <div className="contents *:w-full beside:grid beside:min-w-0 beside:gap-4">
            <RiskAlertPanel items={attentionOf(overview, insight)} className="order-1" />
            <ProjectTable projects={activeProjects(overview)} today={today} className="order-3" />
            <MilestonePanel milestones={overview.milestones} today={today} className="order-5" />
            <div className="@container order-6">
              <div className="grid gap-4 max-sm:gap-3 @min-[640px]:grid-cols-2">
                <RecentChanges changes={overview.changes} />
                <TeamUtilization query={utilization} />
              </div>
            </div>
          </div>
          <div className="contents *:w-full beside:grid beside:min-w-0 beside:gap-4">
            <PortfolioOverview counts={overview.counts} className="order-2" />
            <div className="order-4">{summary}</div>
          </div>
        </main>
      </div>
    </EvidenceScope>
  )
}
