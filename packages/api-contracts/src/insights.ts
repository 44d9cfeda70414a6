import { z } from 'zod'
import { instantSchema, percentageSchema } from './common.ts'
import { healthSchema } from './projects.ts'
import { forecastSchema, riskRuleSchema, ruleVerdictSchema } from './risk-rules.ts'
import { taskStatusSchema } from './tasks.ts'

export const analysisParamsSchema = z.object({ analysis_id: z.uuid() })

/** One task a number was computed from. */
export const factTaskSchema = z.object({
  id: z.uuid(),
  project_id: z.uuid(),
  /** "TLB-064" */
  key: z.string(),
  title: z.string(),
  status: taskStatusSchema,
  /** What it adds, as shown: "+12 d", "6 h of 40 h"; null where tasks only count. */
  contribution: z.string().nullable(),
})
export type FactTask = z.infer<typeof factTaskSchema>

/** A number with everything needed to check it. Always computed by code. */
export const factSchema = z.object({
  /** Unique in its insight and the same from run to run: "WAF.completion". */
  key: z.string(),
  /** What stands beside the number on the page; counts from 1 in order of first mention. */
  index: z.int().positive(),
  /** What it is: "Schedule slippage". */
  label: z.string(),
  /** As it is written: "16.9%", "20 working days", "26 Mar". */
  text: z.string(),
  /** As a number, where it is one; dates and health are null. */
  value: z.number().nullable(),
  unit: z.enum(['percent', 'count', 'working_days', 'days', 'date', 'minutes', 'health']),
  project_id: z.uuid().nullable(),
  team_id: z.uuid().nullable(),
  as_of: instantSchema,
  /** How it is computed, in a sentence. */
  method: z.string(),
  /** The computation line by line, its result last. */
  operands: z.array(z.object({ label: z.string(), value: z.string() })),
  limit: z.object({ text: z.string(), exceeded: z.boolean() }).nullable(),
  /** How it moved, oldest first; null where no history is kept. */
  history: z.array(z.object({ label: z.string(), value: z.number() })).nullable(),
  /** What it rests on: "36 of 41 open tasks have an estimate". */
  coverage: z.string().nullable(),
  task_count: z.int(),
  /** At most 50, those that add most first. */
  tasks: z.array(factTaskSchema),
})
export type Fact = z.infer<typeof factSchema>

/** Running text in which every number is a door to its fact. The first schema that fits wins, so the fuller one leads. */
export const partsSchema = z.array(
  z.union([z.object({ text: z.string(), fact: z.string() }), z.object({ text: z.string() })]),
)
export type Parts = z.infer<typeof partsSchema>

export const attentionSchema = z.object({
  severity: z.enum(['red', 'amber']),
  project_id: z.uuid().nullable(),
  team_id: z.uuid().nullable(),
  /** The project or team it is about. */
  subject: z.string(),
  parts: partsSchema,
  /** Who or what could help: "Ask Priya Raman". */
  hint: z.string().nullable(),
})
export type Attention = z.infer<typeof attentionSchema>

export const insightSchema = z.object({
  id: z.uuid(),
  kind: z.enum(['project', 'portfolio']),
  project_id: z.uuid().nullable(),
  generated_at: instantSchema,
  /** When the data behind it was read. */
  as_of: instantSchema,
  /** Who wrote the sentences. Numbers come from code either way. */
  source: z.enum(['rules', 'llm']),
  provider: z.string(),
  model: z.string().nullable(),
  prompt_version: z.string().nullable(),
  /** Why it was written by whom it was. */
  reason: z.string(),
  computed_health: healthSchema,
  paragraphs: z.array(z.object({ sentences: z.array(z.object({ parts: partsSchema })) })),
  /** What needs a decision, worst first. */
  attention: z.array(attentionSchema),
  /** What this does not know. */
  unknowns: z.array(z.string()),
  facts: z.array(factSchema),
  /**
   * Numbers in the text as it was written, and how many of them were found equal to the fact they
   * cite. A sentence with one that was not is left out.
   */
  verification: z.object({ numbers: z.int(), verified: z.int() }),
})
export type Insight = z.infer<typeof insightSchema>

/** The latest stored result. Reading it never starts an analysis and never calls a model. */
export const latestInsightSchema = z.object({
  insight: insightSchema.nullable(),
  age_seconds: z.int().nullable(),
  /** A newer one is queued or being written. */
  pending: z.boolean(),
  can: z.object({ analyze: z.boolean() }),
})
export type LatestInsight = z.infer<typeof latestInsightSchema>

export const requestAnalysisSchema = z.strictObject({ project_id: z.uuid() })
export const requestPortfolioAnalysisSchema = z.strictObject({})

export const analysisSchema = z.object({
  id: z.uuid(),
  kind: z.enum(['project', 'portfolio']),
  project_id: z.uuid().nullable(),
  status: z.enum(['queued', 'running', 'completed', 'failed']),
  requested_at: instantSchema,
  completed_at: instantSchema.nullable(),
  insight: insightSchema.nullable(),
  error: z.string().nullable(),
})
export type AnalysisView = z.infer<typeof analysisSchema>

export const riskSchema = ruleVerdictSchema.extend({
  rule: riskRuleSchema,
  title: z.string(),
  severity: z.enum(['red', 'amber', 'green', 'unknown']),
  fired_since: instantSchema.nullable(),
  /** The number behind the verdict; null when the rule abstains. */
  fact: factSchema.nullable(),
})
export type RiskView = z.infer<typeof riskSchema>

export const riskListSchema = z.object({
  project_id: z.uuid(),
  computed_health: healthSchema,
  assessed_at: instantSchema.nullable(),
  forecast: forecastSchema,
  completion_percentage: percentageSchema.nullable(),
  items: z.array(riskSchema),
})
export type RiskList = z.infer<typeof riskListSchema>

/** How a project moves, by the facts of its latest analysis. */
export const progressInsightsSchema = z.object({
  project_id: z.uuid(),
  /** When the data behind it was read; null when it was never analysed. */
  as_of: instantSchema.nullable(),
  /** Done so far; its history is the planned-versus-done line. */
  completion: factSchema.nullable(),
  planned: factSchema.nullable(),
  open: factSchema.nullable(),
  /** Mean of the full weeks; its history is the series, a point per week. */
  throughput: factSchema.nullable(),
  /** Null when there is too little history to say. */
  velocity_change: factSchema.nullable(),
  forecast: forecastSchema,
  likely_finish: factSchema.nullable(),
  late_finish: factSchema.nullable(),
})
export type ProgressInsights = z.infer<typeof progressInsightsSchema>
