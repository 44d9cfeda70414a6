import { explain, referenceOf } from '#shared/api/api-problem.ts'
import { EmptyState } from '#shared/ui/EmptyState.tsx'
import { FailedState } from '#shared/ui/FailedState.tsx'
import { Loading } from '#shared/ui/Loading.tsx'
import { Skeleton } from '#shared/ui/Skeleton.tsx'
import { PortfolioTimelineView } from './PortfolioTimelineView.tsx'
import { usePortfolioTimeline } from './portfolio-timeline-query.ts'
import { texts } from './texts.ts'

/** One timeline of every project that the reader sees. */
export function PortfolioTimeline() {
  const portfolio = usePortfolioTimeline()
  if (portfolio.isPending) {
    return (
      <Loading label={texts.loading}>
        <div className="grid gap-3 p-6 pt-24">
          <Skeleton className="h-3 w-3/5" />
          <Skeleton className="ml-24 h-3 w-2/5" />
          <Skeleton className="ml-48 h-3 w-1/2" />
        </div>
      </Loading>
    )
  }
  if (portfolio.isError && !portfolio.data) {
    return (
      <FailedState
        title={texts.failed}
        onRetry={() => void portfolio.refetch()}
        reference={referenceOf(portfolio.error)}
      >
        {explain(portfolio.error)}
      </FailedState>
    )
  }
  if (portfolio.data.projects.length === 0)
    return <EmptyState title={texts.noProjects}>{texts.noProjectsHint}</EmptyState>
  return <PortfolioTimelineView portfolio={portfolio.data} />
}
