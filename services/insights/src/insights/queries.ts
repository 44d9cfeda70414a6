import type { Fact, Insight } from '@milepost/api-contracts/insights'
import type { Health } from '@milepost/api-contracts/projects'
import type { Forecast, RuleVerdict } from '@milepost/api-contracts/risk-rules'
import type { Db } from '@milepost/db-schemas/database'
import {
  facts,
  type GeneratedInsight,
  generatedInsights,
  type RiskAssessment,
  riskAssessments,
} from '@milepost/db-schemas/insights'
import { and, arrayContained, arrayOverlaps, desc, eq, inArray, sql } from 'drizzle-orm'

/** What the verdicts were when the insight was written, by project. */
export interface ProjectVerdict {
  project_id: string
  computed_health: Health
  completion_percentage: number | null
  forecast: Forecast
  rules: RuleVerdict[]
}

/** The `content` column. */
export interface InsightContent extends Pick<Insight, 'paragraphs' | 'attention' | 'verification'> {
  projects: ProjectVerdict[]
}

/** The `assessment` column of a risk. */
export interface Assessment extends RuleVerdict {
  title: string
  as_of: string
  fact_key: string | null
}

/** An insight with its facts, in the order of their index. */
export interface StoredInsight {
  row: GeneratedInsight
  content: InsightContent
  facts: Fact[]
}

export async function findInsight(db: Db, id: string): Promise<StoredInsight | undefined> {
  const [row] = await db.select().from(generatedInsights).where(eq(generatedInsights.id, id))
  return row && withFacts(db, row)
}

/** The newest insight of exactly this scope. */
export async function findLatestInsight(
  db: Db,
  scopeKey: string,
): Promise<StoredInsight | undefined> {
  const [row] = await db
    .select()
    .from(generatedInsights)
    .where(eq(generatedInsights.scope_key, scopeKey))
    .orderBy(desc(generatedInsights.created_at), desc(generatedInsights.id))
    .limit(1)
  return row && withFacts(db, row)
}

/**
 * Of the portfolio insights that read nothing but visible projects, the newest of those that tell of most
 * of the active ones: what stands in while the insight of a changed portfolio is being written.
 */
export async function findStandIn(
  db: Db,
  { visibleIds, activeIds }: { visibleIds: string[]; activeIds: string[] },
): Promise<StoredInsight | undefined> {
  const { scope_project_ids, kind, created_at, id } = generatedInsights
  const [row] = await db
    .select()
    .from(generatedInsights)
    .where(
      and(
        eq(kind, 'portfolio'),
        arrayContained(scope_project_ids, visibleIds),
        arrayOverlaps(scope_project_ids, activeIds),
      ),
    )
    .orderBy(
      sql`(select count(*) from unnest(${scope_project_ids}) as told(id)
        where told.id = any(${sql.param(activeIds)}::uuid[])) desc`,
      desc(created_at),
      desc(id),
    )
    .limit(1)
  return row && withFacts(db, row)
}

async function withFacts(db: Db, row: GeneratedInsight): Promise<StoredInsight> {
  const rows = await db
    .select({ fact: facts.fact })
    .from(facts)
    .where(eq(facts.insight_id, row.id))
    .orderBy(sql`(${facts.fact}->>'index')::int`)
  return {
    row,
    content: row.content as InsightContent,
    facts: rows.map(({ fact }) => fact as Fact),
  }
}

export const listRisks = (db: Db, projectId: string): Promise<RiskAssessment[]> =>
  db.select().from(riskAssessments).where(eq(riskAssessments.project_id, projectId))

/** Facts of an insight, by key. */
export async function listFacts(db: Db, insightId: string, keys: string[]): Promise<Fact[]> {
  const rows = await db
    .select({ fact: facts.fact })
    .from(facts)
    .where(and(eq(facts.insight_id, insightId), inArray(facts.key, keys)))
  return rows.map(({ fact }) => fact as Fact)
}

/** What an insight found about one of its projects. */
export async function findVerdict(
  db: Db,
  insightId: string,
  projectId: string,
): Promise<ProjectVerdict | undefined> {
  const [row] = await db
    .select({ content: generatedInsights.content })
    .from(generatedInsights)
    .where(eq(generatedInsights.id, insightId))
  const { projects = [] } = (row?.content ?? {}) as Partial<InsightContent>
  return projects.find(({ project_id }) => project_id === projectId)
}
