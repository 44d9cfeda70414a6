import type { Db, Tx } from '@milepost/db-schemas/database'
import { facts, generatedInsights, outbox } from '@milepost/db-schemas/insights'
import { appendToOutbox } from '@milepost/service-kit/outbox'
import { insightGenerated } from '@milepost/shared-events/insight-events'
import { queueRenewal } from '#analyses/queue-renewal.ts'
import type { Scope } from '#analyses/scope.ts'
import type { ProjectLedger } from '#facts/project-ledger.ts'
import type { InsightContent, ProjectVerdict } from '#insights/queries.ts'
import type { ComposedInsight } from './compose-insight.ts'
import { rememberVerdicts } from './remember-verdicts.ts'
import { renewPortfolios } from './renew-portfolios.ts'
import { completeRequest, type LeasedRequest, lockLeased } from './requests.ts'

/** Rows of one statement, well under the 65,535 parameters Postgres takes. */
const factsAtOnce = 500

/**
 * Stores the insight with its facts and verdicts, completes the request and announces the insight:
 * all or nothing, and only once. Answers undefined when another worker has taken the request over.
 */
export async function storeInsight(
  db: Db,
  request: LeasedRequest,
  { insight, delayOf }: { insight: ComposedInsight; delayOf: (scope: Scope) => number },
): Promise<string | undefined> {
  return db.transaction(async (tx) => {
    if (!(await lockLeased(tx, request))) return undefined
    const insightId = await addInsight(tx, request, insight)
    await addFacts(tx, insightId, insight)
    // Always in the same order, so that two transactions cannot wait for each other.
    const inOrder = [...insight.projects].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1))
    for (const project of inOrder) await rememberVerdicts(tx, project, insightId)

    await completeRequest(tx, request, insightId)
    await announce(tx, request, { insightId, insight })
    if (!insight.isComplete) await queueRenewal(tx, again(request))
    if (request.project_id !== null) {
      await renewPortfolios(tx, {
        project_id: request.project_id,
        correlationId: request.correlation_id,
        delayOf,
      })
    }
    return insightId
  })
}

const scopeOf = ({ kind, project_id, scope_project_ids, scope_key }: LeasedRequest): Scope => ({
  kind,
  project_id,
  scope_project_ids,
  scope_key,
})

/** What could not be read now may be there in a minute. */
const again = (request: LeasedRequest) => ({
  scope: scopeOf(request),
  correlationId: request.correlation_id,
  delaySeconds: 60,
})

const idOf = ({ evidence }: ProjectLedger) => evidence.project.id

const verdictOf = ({
  evidence,
  computed_health,
  forecast,
  findings,
}: ProjectLedger): ProjectVerdict => ({
  project_id: evidence.project.id,
  computed_health,
  completion_percentage: evidence.project.completion_percentage,
  forecast,
  rules: findings.map(({ rule, fired, value, limit, explanation }) => ({
    ...{ rule, fired, value, limit, explanation },
  })),
})

async function addInsight(
  tx: Tx,
  request: LeasedRequest,
  insight: ComposedInsight,
): Promise<string> {
  const content: InsightContent = {
    paragraphs: insight.paragraphs,
    attention: insight.attention,
    verification: insight.verification,
    projects: insight.projects.map(verdictOf),
  }
  const [row] = await tx
    .insert(generatedInsights)
    .values({
      ...scopeOf(request),
      correlation_id: request.correlation_id,
      source: insight.source,
      provider: insight.provider,
      model: insight.model,
      prompt_version: insight.prompt_version,
      reason: insight.reason,
      computed_health: insight.computed_health,
      content,
      unknowns: insight.unknowns,
      as_of: new Date(insight.as_of),
    })
    .returning({ id: generatedInsights.id })
  if (!row) throw new Error('insert returned nothing')
  return row.id
}

async function addFacts(tx: Tx, insight_id: string, insight: ComposedInsight): Promise<void> {
  const rows = insight.facts.map(({ fact, of }) => ({
    insight_id,
    key: fact.key,
    metric: of.metric,
    project_id: fact.project_id,
    team_id: fact.team_id,
    fact,
    task_ids: of.task_ids,
  }))
  for (let from = 0; from < rows.length; from += factsAtOnce) {
    await tx.insert(facts).values(rows.slice(from, from + factsAtOnce))
  }
}

async function announce(
  tx: Tx,
  { id, kind, project_id, scope_project_ids, correlation_id, requested_by }: LeasedRequest,
  { insightId, insight }: { insightId: string; insight: ComposedInsight },
): Promise<void> {
  await appendToOutbox(
    tx,
    outbox,
    insightGenerated.create({
      correlation_id,
      actor_user_id: requested_by,
      analysis_id: id,
      insight_id: insightId,
      kind,
      project_id,
      scope_project_ids,
      source: insight.source,
      verdicts: insight.projects.map(verdictOf),
    }),
  )
}
