import type { LatestInsight } from '@milepost/api-contracts/insights'
import type { UseQueryResult } from '@tanstack/react-query'
import { referenceOf } from '#shared/api/api-problem.ts'
import { formatAge, formatMoment } from '#shared/format/dates.ts'
import { EmptyState } from '#shared/ui/EmptyState.tsx'
import { FailedState } from '#shared/ui/FailedState.tsx'
import { Loading } from '#shared/ui/Loading.tsx'
import { Panel } from '#shared/ui/Panel.tsx'
import { Skeleton } from '#shared/ui/Skeleton.tsx'
import { useNow } from '#shared/ui/use-now.ts'
import { ExecutiveSummary } from './ExecutiveSummary.tsx'
import type { InsightScope } from './insight-query.ts'
import { RenewButton } from './RenewButton.tsx'
import { texts, verifiedOf, writtenBy } from './texts.ts'
import { UnknownsBox } from './UnknownsBox.tsx'

interface AIInsightsPanelProps {
  scope: InsightScope
  query: UseQueryResult<LatestInsight>
  /** The newest one there is: from the query, or kept from before while the service is away. */
  latest: LatestInsight | null
  className?: string
}

/** The written summary, who wrote it, how old it is, and what it does not know. */
export function AIInsightsPanel({ scope, query, latest, className = '' }: AIInsightsPanelProps) {
  const now = useNow()
  const insight = latest?.insight
  const renewable = latest?.can.analyze === true && !query.isError
  return (
    <Panel
      title={texts.title}
      note={
        insight && (
          <span title={formatMoment(insight.generated_at)}>
            {formatAge(insight.generated_at, now)}
          </span>
        )
      }
      aside={insight && renewable && <RenewButton scope={scope} pending={latest.pending} />}
      className={className}
      {...(insight && {
        footer: (
          <>
            <span title={insight.reason}>{writtenBy(insight)}</span>
            <span className="flex-1" />
            <span className="whitespace-nowrap">{verifiedOf(insight)}</span>
          </>
        ),
      })}
    >
      {query.isError && (
        <FailedState
          title={texts.failedTitle}
          onRetry={() => void query.refetch()}
          reference={referenceOf(query.error)}
          className={insight ? 'border-line border-b' : ''}
        >
          {insight ? texts.failedStale : texts.failed}
        </FailedState>
      )}
      {query.isPending && !insight && <SummarySkeleton />}
      {insight && (
        <>
          <div className="px-4 py-3 text-base leading-[22px]">
            <ExecutiveSummary insight={insight} />
          </div>
          <div className="mx-4 mb-3 empty:hidden">
            <UnknownsBox unknowns={insight.unknowns} />
          </div>
        </>
      )}
      {query.isSuccess && !insight && <NoInsight scope={scope} latest={query.data} />}
    </Panel>
  )
}

const NoInsight = ({ scope, latest }: { scope: InsightScope; latest: LatestInsight }) => (
  <EmptyState
    title={texts.noneTitle}
    actions={
      latest.can.analyze && <RenewButton scope={scope} pending={latest.pending} variant="default" />
    }
  >
    {texts.none} {latest.pending && texts.nonePending}
  </EmptyState>
)

const SummarySkeleton = () => (
  <Loading label={texts.loading}>
    <div className="grid gap-2.5 px-4 py-4">
      <Skeleton className="h-2.5 w-11/12" />
      <Skeleton className="h-2.5 w-full" />
      <Skeleton className="h-2.5 w-4/5" />
      <Skeleton className="h-2.5 w-2/3" />
    </div>
  </Loading>
)
