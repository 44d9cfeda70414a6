import { useQueryClient } from '@tanstack/react-query'
import { DashboardSkeleton } from '#features/dashboard/DashboardSkeleton.tsx'
import { ExecutiveDashboard } from '#features/dashboard/ExecutiveDashboard.tsx'
import { useOverview, useUtilization } from '#features/dashboard/portfolio-query.ts'
import { texts } from '#features/dashboard/texts.ts'
import { useLivePortfolio } from '#features/dashboard/use-live-portfolio.ts'
import { AIInsightsPanel } from '#features/insights/AIInsightsPanel.tsx'
import { insightKey, useLatestInsight } from '#features/insights/insight-query.ts'
import { keptInsight } from '#features/insights/kept-insight.ts'
import { explain, referenceOf } from '#shared/api/api-problem.ts'
import { useLiveChannel } from '#shared/api/live.ts'
import { formatLongDay, formatTime, isoWeek, localDate } from '#shared/format/dates.ts'
import { Button } from '#shared/ui/Button.tsx'
import { ConnectionMark } from '#shared/ui/ConnectionMark.tsx'
import { EmptyState } from '#shared/ui/EmptyState.tsx'
import { FailedState } from '#shared/ui/FailedState.tsx'
import { Icon } from '#shared/ui/Icon.tsx'
import { Kbd } from '#shared/ui/Kbd.tsx'
import { PageHeader } from '#shared/ui/PageHeader.tsx'
import { Separator } from '#shared/ui/Separator.tsx'
import { useNow } from '#shared/ui/use-now.ts'
import { usePresent } from './use-present.ts'

export function PortfolioPage() {
  const overview = useOverview()
  const utilization = useUtilization()
  const insight = useLatestInsight('portfolio')
  const latest = insight.data ?? (insight.isError ? keptInsight('portfolio') : null)
  useLivePortfolio()
  useLiveInsight()

  return (
    <>
      <Header asOf={overview.data?.as_of} />
      {overview.isPending && <DashboardSkeleton />}
      {overview.isError && !overview.data && (
        <main className="grid flex-1 content-center justify-center pb-24">
          <FailedState
            title={texts.failedTitle}
            onRetry={() => void overview.refetch()}
            reference={referenceOf(overview.error)}
          >
            {explain(overview.error)} {texts.failed}
          </FailedState>
        </main>
      )}
      {overview.data?.projects.length === 0 && (
        <main className="grid flex-1 content-center justify-center pb-24">
          <EmptyState title={texts.noProjectsTitle}>{texts.noProjects}</EmptyState>
        </main>
      )}
      {overview.data && overview.data.projects.length > 0 && (
        <ExecutiveDashboard
          overview={overview.data}
          utilization={utilization}
          insight={latest?.insight ?? null}
          summary={<AIInsightsPanel scope="portfolio" query={insight} latest={latest} />}
        />
      )}
    </>
  )
}

function Header({ asOf }: { asOf: string | undefined }) {
  const today = localDate(useNow())
  const present = usePresent()
  return (
    <PageHeader
      title={texts.title}
      actions={
        <>
          <ConnectionMark>{asOf ? `As of ${formatTime(asOf)}` : 'Live'}</ConnectionMark>
          <Separator className="max-sm:hidden" />
          <Button variant="ghost" onClick={present} className="max-sm:w-10 max-sm:px-0!">
            <Icon name="present" />
            <span className="max-sm:sr-only">{texts.present}</span>{' '}
            <span className="max-sm:hidden">
              <Kbd>P</Kbd>
            </span>
          </Button>
        </>
      }
    >
      <span className="whitespace-nowrap text-ink-3 text-xs max-sm:hidden">
        Week {isoWeek(today).week} · {formatLongDay(today)}
      </span>
    </PageHeader>
  )
}

/** A new summary takes the place of the one that is shown. */
function useLiveInsight(): void {
  const client = useQueryClient()
  const readAgain = () => void client.invalidateQueries({ queryKey: insightKey('portfolio') })
  useLiveChannel('portfolio', {
    onEvent: ({ event_type }) => {
      if (event_type === 'insight.generated') readAgain()
    },
    onResync: readAgain,
  })
}
