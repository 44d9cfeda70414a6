import { sql } from 'drizzle-orm'
import {
  boolean,
  index,
  integer,
  jsonb,
  pgSchema,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { users } from './auth.ts'
import { identity } from './columns.ts'
import { eventTables } from './event-tables.ts'
import { projects } from './projects.ts'

export const insightsSchema = pgSchema('insights')

export const analysisKind = insightsSchema.enum('analysis_kind', ['project', 'portfolio'])

export const analysisStatus = insightsSchema.enum('analysis_status', [
  'queued',
  'running',
  'completed',
  'failed',
])

/** The queue of the workers. Redis only wakes them: a request that is here is done, whatever is lost there. */
export const analysisRequests = insightsSchema.table(
  'analysis_requests',
  {
    ...identity,
    kind: analysisKind().notNull(),
    project_id: uuid().references(() => projects.id, { onDelete: 'restrict' }),
    /** Every project the analysis reads, sorted. Who may not see all of them may not see the result. */
    scope_project_ids: uuid().array().notNull(),
    /** Names the scope: the project's id, or a hash of the sorted ids. One running and one queued each. */
    scope_key: text().notNull(),
    /** `user` for a request somebody made, `event` for one that changed work brought about. */
    trigger: text().notNull(),
    requested_by: uuid().references(() => users.id, { onDelete: 'restrict' }),
    correlation_id: text().notNull(),
    status: analysisStatus().notNull().default('queued'),
    attempts: integer().notNull().default(0),
    run_after: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** A running request whose lease is over belongs to nobody and is taken up again. */
    leased_until: timestamp({ withTimezone: true }),
    insight_id: uuid(),
    error: text(),
    completed_at: timestamp({ withTimezone: true }),
  },
  (table) => [
    uniqueIndex('analysis_requests_one_queued').on(table.scope_key).where(sql`status = 'queued'`),
    uniqueIndex('analysis_requests_one_running').on(table.scope_key).where(sql`status = 'running'`),
    index('analysis_requests_due').on(table.status, table.run_after),
  ],
)
export type AnalysisRequest = typeof analysisRequests.$inferSelect

export const generatedInsights = insightsSchema.table(
  'generated_insights',
  {
    ...identity,
    kind: analysisKind().notNull(),
    project_id: uuid().references(() => projects.id, { onDelete: 'restrict' }),
    scope_project_ids: uuid().array().notNull(),
    scope_key: text().notNull(),
    /** `rules` or `llm`: who wrote the sentences. Numbers come from the fact ledger either way. */
    source: text().notNull(),
    provider: text().notNull(),
    model: text(),
    prompt_version: text(),
    /** Why it was written by whom it was: "no model is configured", "the model timed out" … */
    reason: text().notNull(),
    computed_health: text().notNull(),
    /** Paragraphs of sentences, each with the facts it cites; see the contract. */
    content: jsonb().notNull(),
    /** What the summary does not know, made by code. */
    unknowns: jsonb().notNull(),
    /** The data it was computed from, as of this moment. */
    as_of: timestamp({ withTimezone: true }).notNull(),
    correlation_id: text().notNull(),
  },
  (table) => [index('generated_insights_latest').on(table.scope_key, table.created_at)],
)
export type GeneratedInsight = typeof generatedInsights.$inferSelect

/** The fact ledger: every number an insight may use, computed by code before any sentence is written. */
export const facts = insightsSchema.table(
  'facts',
  {
    ...identity,
    insight_id: uuid()
      .notNull()
      .references(() => generatedInsights.id, { onDelete: 'restrict' }),
    /** Unique in its insight and the same from run to run: "WAF.completion". */
    key: text().notNull(),
    metric: text().notNull(),
    project_id: uuid(),
    team_id: uuid(),
    /** The value, its unit, how it is written, formula, operands, limit: see the contract. */
    fact: jsonb().notNull(),
    task_ids: uuid().array().notNull().default([]),
  },
  (table) => [uniqueIndex('facts_of_insight').on(table.insight_id, table.key)],
)

/** What a rule found about a project the last time it looked; one row per project and rule. */
export const riskAssessments = insightsSchema.table(
  'risk_assessments',
  {
    ...identity,
    project_id: uuid()
      .notNull()
      .references(() => projects.id, { onDelete: 'restrict' }),
    rule: text().notNull(),
    fired: boolean().notNull(),
    /** Since when it has fired without a break; null while it does not. */
    fired_since: timestamp({ withTimezone: true }),
    severity: text().notNull(),
    assessment: jsonb().notNull(),
    insight_id: uuid()
      .notNull()
      .references(() => generatedInsights.id, { onDelete: 'restrict' }),
  },
  (table) => [uniqueIndex('risk_assessments_once').on(table.project_id, table.rule)],
)
export type RiskAssessment = typeof riskAssessments.$inferSelect

export const healthHistory = insightsSchema.table(
  'health_history',
  {
    ...identity,
    project_id: uuid()
      .notNull()
      .references(() => projects.id, { onDelete: 'restrict' }),
    computed_health: text().notNull(),
    /** The rules that fired, by name. */
    rules: text().array().notNull(),
    changed_at: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [index('health_history_of_project').on(table.project_id, table.changed_at)],
)

export const { outbox, processedEvents, idempotencyKeys } = eventTables(insightsSchema)
