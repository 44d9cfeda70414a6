import type {
  Fact,
  Insight,
  LatestInsight,
  ProgressInsights,
  RiskList,
  RiskView,
} from '@milepost/api-contracts/insights'
import type { Forecast, RiskRule } from '@milepost/api-contracts/risk-rules'
import type { RiskAssessment } from '@milepost/db-schemas/insights'
import type { Assessment, ProjectVerdict, StoredInsight } from './queries.ts'

export function presentInsight({ row, content, facts }: StoredInsight): Insight {
  return {
    id: row.id,
    kind: row.kind,
    project_id: row.project_id,
    generated_at: row.created_at.toISOString(),
    as_of: row.as_of.toISOString(),
    source: row.source as Insight['source'],
    provider: row.provider,
    model: row.model,
    prompt_version: row.prompt_version,
    reason: row.reason,
    computed_health: row.computed_health as Insight['computed_health'],
    paragraphs: content.paragraphs,
    attention: content.attention,
    unknowns: row.unknowns as string[],
    facts,
    verification: content.verification,
  }
}

export const presentLatest = (
  insight: StoredInsight | undefined,
  { pending, canAnalyze, now }: { pending: boolean; canAnalyze: boolean; now: Date },
): LatestInsight => ({
  insight: insight ? presentInsight(insight) : null,
  age_seconds: insight
    ? Math.max(0, Math.floor((now.getTime() - insight.row.as_of.getTime()) / 1000))
    : null,
  pending,
  can: { analyze: canAnalyze },
})

const unassessed: Forecast = { abstains: 'The project has not been analysed yet.' }

/** In the order a reader looks for them. */
const ruleOrder: Record<RiskRule, number> = {
  schedule_slippage: 0,
  blocked_tasks: 1,
  declining_velocity: 2,
  team_utilization: 3,
}

interface Assessed {
  projectId: string
  risks: RiskAssessment[]
  facts: Fact[]
  verdict: ProjectVerdict | undefined
}

/** Fired rules first. */
export function presentRisks({ projectId, risks, facts, verdict }: Assessed): RiskList {
  const items = risks
    .map((risk) => presentRisk(risk, facts))
    .sort(
      (a, b) =>
        Number(b.fired === true) - Number(a.fired === true) ||
        ruleOrder[a.rule] - ruleOrder[b.rule],
    )
  const [first] = risks
  return {
    project_id: projectId,
    computed_health: verdict?.computed_health ?? 'unknown',
    assessed_at: first ? (first.assessment as Assessment).as_of : null,
    forecast: verdict?.forecast ?? unassessed,
    completion_percentage: verdict?.completion_percentage ?? null,
    items,
  }
}

function presentRisk(
  { assessment, severity, fired_since }: RiskAssessment,
  facts: Fact[],
): RiskView {
  const { rule, title, fired, value, limit, explanation, fact_key } = assessment as Assessment
  return {
    ...{ rule, title, fired, value, limit, explanation },
    severity: severity as RiskView['severity'],
    fired_since: fired_since?.toISOString() ?? null,
    fact: facts.find(({ key }) => key === fact_key) ?? null,
  }
}

/** The facts of the latest analysis that tell how the project moves. */
export function presentProgress(
  projectId: string,
  insight: StoredInsight | undefined,
): ProgressInsights {
  const [verdict] = insight?.content.projects ?? []
  const factOf = (metric: string) =>
    insight?.facts.find(({ key }) => key.endsWith(`.${metric}`)) ?? null
  return {
    project_id: projectId,
    as_of: insight?.row.as_of.toISOString() ?? null,
    completion: factOf('completion'),
    planned: factOf('planned'),
    open: factOf('open'),
    throughput: factOf('throughput'),
    velocity_change: factOf('velocity'),
    forecast: verdict?.forecast ?? unassessed,
    likely_finish: factOf('p50'),
    late_finish: factOf('p85'),
  }
}
