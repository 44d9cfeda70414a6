import type { Fact, Insight, LatestInsight } from '@milepost/api-contracts/insights'
import { explain, referenceOf } from '#shared/api/api-problem.ts'
import { formatMoment } from '#shared/format/dates.ts'
import { EmptyState } from '#shared/ui/EmptyState.tsx'
import { EvidenceScope } from '#shared/ui/EvidenceScope.tsx'
import { type Evidence, inReadingOrder } from '#shared/ui/evidence.ts'
import { FailedState } from '#shared/ui/FailedState.tsx'
import { Loading } from '#shared/ui/Loading.tsx'
import { mentionedFacts } from '#shared/ui/mentioned-facts.ts'
import { Skeleton } from '#shared/ui/Skeleton.tsx'
import { ExecutiveSummary } from './ExecutiveSummary.tsx'
import { type InsightScope, useLatestInsight, useRisks } from './insight-query.ts'
import { newestInsight } from './kept-insight.ts'
import { RenewButton } from './RenewButton.tsx'
import { RiskAssessment } from './RiskAssessment.tsx'
import { texts, verifiedOf, writtenBy } from './texts.ts'
import { UnknownsBox } from './UnknownsBox.tsx'
import { useLiveInsight } from './use-live-insight.ts'

/** One project in words: its summary, its risks by the rules, and what neither knows. */
export function ProjectInsights({ projectId }: { projectId: string }) {
  const scope = { projectId }
  const summary = useLatestInsight(scope)
  const risks = useRisks(projectId)
  useLiveInsight(scope)
  const latest = newestInsight(scope, summary)
  const insight = latest?.insight ?? null
  const riskFacts = (risks.data?.items ?? []).flatMap(({ fact }) => (fact ? [fact] : []))

  return (
    <EvidenceScope
      evidence={evidenceOf(insight, riskFacts)}
      loading={summary.isPending || risks.isPending}
    >
      <main className="w-full max-w-[768px] px-6 pt-6 pb-10 max-sm:px-4 max-sm:pt-4">
        <SummaryHeader scope={scope} latest={latest} renewable={!summary.isError} />
        {summary.isError && (
          <FailedState
            title={texts.failedTitle}
            onRetry={() => void summary.refetch()}
            reference={referenceOf(summary.error)}
            className="px-0!"
          >
            {insight ? texts.failedStaleAlone : texts.failedAlone}
          </FailedState>
        )}
        {summary.isPending && <SummarySkeleton />}
        {insight && (
          <div className="text-base leading-6">
            <ExecutiveSummary insight={insight} />
          </div>
        )}
        {summary.isSuccess && !insight && (
          <EmptyState title={texts.noneTitle} className="px-0!">
            {texts.none} {summary.data.pending && texts.nonePending}
          </EmptyState>
        )}
        {risks.data && <RiskAssessment risks={risks.data} />}
        {risks.isError && !risks.data && (
          <FailedState
            title={texts.risksFailed}
            onRetry={() => void risks.refetch()}
            reference={referenceOf(risks.error)}
            className="px-0!"
          >
            {explain(risks.error)}
          </FailedState>
        )}
        {insight && <About insight={insight} />}
      </main>
    </EvidenceScope>
  )
}

/** A rule's number keeps its index in the text; those that the text does not mention go on counting. */
function evidenceOf(insight: Insight | null, riskFacts: readonly Fact[]): Evidence[] {
  const mentioned = insight ? mentionedFacts(insight) : []
  const keys = new Set(mentioned.map(({ key }) => key))
  const last = Math.max(0, ...mentioned.map(({ index }) => index))
  const others = riskFacts
    .filter(({ key }) => !keys.has(key))
    .map((fact, at) => ({ ...fact, index: last + 1 + at }))
  return inReadingOrder(mentioned, others)
}

interface SummaryHeaderProps {
  scope: InsightScope
  latest: LatestInsight | null
  renewable: boolean
}

const SummaryHeader = ({ scope, latest, renewable }: SummaryHeaderProps) => (
  <div className="mb-2 flex items-center gap-2">
    <h2 className="font-semibold">{texts.title}</h2>
    {latest?.insight && (
      <span className="text-ink-3 text-xs">{formatMoment(latest.insight.generated_at)}</span>
    )}
    <span className="flex-1" />
    {latest?.can.analyze && renewable && (
      <RenewButton scope={scope} pending={latest.pending} variant="default" />
    )}
  </div>
)

const About = ({ insight }: { insight: Insight }) => (
  <div className="mt-6 grid gap-3">
    <UnknownsBox unknowns={insight.unknowns} wide />
    <p className="flex justify-between gap-4 text-ink-3 text-xs">
      <span title={insight.reason}>{writtenBy(insight)}</span>
      <span>{verifiedOf(insight)}</span>
    </p>
  </div>
)

const SummarySkeleton = () => (
  <Loading label={texts.loading}>
    <div className="grid gap-3.5 py-2">
      <Skeleton className="h-2.5 w-full" />
      <Skeleton className="h-2.5 w-11/12" />
      <Skeleton className="h-2.5 w-2/3" />
    </div>
  </Loading>
)
