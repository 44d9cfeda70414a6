import { clsx } from 'clsx'
import { type ReactNode, Suspense, useState } from 'react'
import { Link } from 'react-router'
import { DashboardSkeleton } from '#features/dashboard/DashboardSkeleton.tsx'
import { ExecutiveDashboard } from '#features/dashboard/ExecutiveDashboard.tsx'
import { useOverview, useUtilization } from '#features/dashboard/portfolio-query.ts'
import { texts } from '#features/dashboard/texts.ts'
import { useLivePortfolio } from '#features/dashboard/use-live-portfolio.ts'
import { AIInsightsPanel } from '#features/insights/AIInsightsPanel.tsx'
import { useLatestInsight } from '#features/insights/insight-query.ts'
import { newestInsight } from '#features/insights/kept-insight.ts'
import { useLiveInsight } from '#features/insights/use-live-insight.ts'
import { explain, referenceOf } from '#shared/api/api-problem.ts'
import { formatLongDay, formatTime, isoWeek, localDate } from '#shared/format/dates.ts'
import { Button } from '#shared/ui/Button.tsx'
import { buttonClass } from '#shared/ui/button-class.ts'
import { ConnectionMark } from '#shared/ui/ConnectionMark.tsx'
import { EmptyState } from '#shared/ui/EmptyState.tsx'
import { FailedState } from '#shared/ui/FailedState.tsx'
import { Icon } from '#shared/ui/Icon.tsx'
import { Kbd } from '#shared/ui/Kbd.tsx'
import { PageHeader } from '#shared/ui/PageHeader.tsx'
import { Separator } from '#shared/ui/Separator.tsx'
import { useNow } from '#shared/ui/use-now.ts'
import { lazyPart } from './lazy-part.ts'
import { usePresent } from './use-present.ts'

const NewProjectDialog = lazyPart(
  async () => (await import('#features/projects/NewProjectDialog.tsx')).NewProjectDialog,
)

export function PortfolioPage() {
  const overview = useOverview()
  const utilization = useUtilization()
  const insight = useLatestInsight('portfolio')
  const latest = newestInsight('portfolio', insight)
  const [creating, setCreating] = useState(false)
  useLivePortfolio()
  useLiveInsight('portfolio')

  const empty = overview.data?.projects.length === 0
  const canCreate = overview.data?.can.create_project && !empty
  const newProject = (variant: 'default' | 'primary') => (
    <Button variant={variant} onClick={() => setCreating(true)}>
      <Icon name="add" />
      {texts.newProject}
    </Button>
  )
  return (
    <>
      <Header asOf={overview.data?.as_of}>{canCreate && newProject('default')}</Header>
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
      {overview.data && empty && (
        <main className="grid flex-1 content-center justify-center pb-24">
          <EmptyState
            title={texts.noProjectsTitle}
            actions={overview.data.can.create_project && newProject('primary')}
          >
            {texts.noProjects}
          </EmptyState>
        </main>
      )}
      {overview.data && !empty && (
        <ExecutiveDashboard
          overview={overview.data}
          utilization={utilization}
          insight={latest?.insight ?? null}
          insightLoading={insight.isPending}
          summary={<AIInsightsPanel scope="portfolio" query={insight} latest={latest} />}
        />
      )}
      {creating && (
        <Suspense>
          <NewProjectDialog onClose={() => setCreating(false)} />
        </Suspense>
      )}
    </>
  )
}

function Header({ asOf, children }: { asOf: string | undefined; children: ReactNode }) {
  const today = localDate(useNow())
  const present = usePresent()
  return (
    <PageHeader
      title={texts.title}
      actions={
        <>
          <ConnectionMark>{asOf ? `As of ${formatTime(asOf)}` : 'Live'}</ConnectionMark>
          <Separator className="max-sm:hidden" />
          <Link
            to="/portfolio/timeline"
            className={clsx(buttonClass({ variant: 'ghost' }), 'max-sm:hidden')}
          >
            <Icon name="calendar" />
            {texts.timeline}
          </Link>
          <Button variant="ghost" onClick={present} className="max-sm:w-10 max-sm:px-0!">
            <Icon name="present" />
            <span className="max-sm:sr-only">{texts.present}</span>{' '}
            <span className="max-sm:hidden">
              <Kbd>P</Kbd>
            </span>
          </Button>
          {children}
        </>
      }
    >
      <span className="whitespace-nowrap text-ink-3 text-xs max-sm:hidden">
        Week {isoWeek(today).week} · {formatLongDay(today)}
      </span>
    </PageHeader>
  )
}
