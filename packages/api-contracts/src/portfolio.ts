import { z } from 'zod'
import {
  dateSchema,
  instantSchema,
  namedRefSchema,
  percentageSchema,
  personRefSchema,
} from './common.ts'
import {
  healthSchema,
  milestoneRiskShape,
  milestoneStatusSchema,
  projectStatusSchema,
} from './projects.ts'
import { forecastSchema, ruleVerdictSchema } from './risk-rules.ts'

/** A count, and how it differs from seven days ago; null where no snapshot is that old. */
const countSchema = z.object({ value: z.int(), change: z.int().nullable() })

export const portfolioProjectSchema = z.object({
  id: z.uuid(),
  key: z.string(),
  name: z.string(),
  status: projectStatusSchema,
  team: namedRefSchema,
  manager: personRefSchema.nullable(),
  completion_percentage: percentageSchema.nullable(),
  /** Share of the planned working days that have passed; null without both dates. */
  planned_percentage: percentageSchema.nullable(),
  /** The computed health where there is one, else the declared. */
  health: healthSchema,
  declared_health: healthSchema,
  health_note: z.string(),
  computed_health: healthSchema,
  /** Full days since declared and computed health came to differ; null while they agree or one is unknown. */
  disagreement_days: z.int().nullable(),
  /** Every rule with its value, fired ones first. */
  rules: z.array(ruleVerdictSchema),
  /** When the rules last looked; null when they never have. */
  computed_at: instantSchema.nullable(),
  forecast: forecastSchema,
  start_date: dateSchema.nullable(),
  finish_date: dateSchema.nullable(),
  baseline_finish_date: dateSchema.nullable(),
  completed_on: dateSchema.nullable(),
  task_count: z.int(),
  done_count: z.int(),
  blocked_count: z.int(),
  blocked_oldest_days: z.int().nullable(),
  overdue_count: z.int(),
  /** Leaf tasks finished per ISO week, the last twelve, oldest first, the running week last. */
  weekly_done: z.array(z.int()),
  next_milestone: z.object({ id: z.uuid(), name: z.string(), due_date: dateSchema }).nullable(),
})
export type PortfolioProject = z.infer<typeof portfolioProjectSchema>

export const portfolioMilestoneSchema = z.object({
  id: z.uuid(),
  project: z.object({ id: z.uuid(), key: z.string(), name: z.string() }),
  name: z.string(),
  status: milestoneStatusSchema,
  due_date: dateSchema,
  original_due_date: dateSchema,
  achieved_on: dateSchema.nullable(),
  ...milestoneRiskShape,
})
export type PortfolioMilestone = z.infer<typeof portfolioMilestoneSchema>

/** What happened in the last seven days, newest first. */
export const portfolioChangeSchema = z.object({
  kind: z.enum(['health', 'blocked', 'finished', 'milestone']),
  project: z.object({ id: z.uuid(), key: z.string(), name: z.string() }),
  text: z.string(),
  health: healthSchema.optional(),
  happened_on: dateSchema,
})
export type PortfolioChange = z.infer<typeof portfolioChangeSchema>

export const portfolioOverviewSchema = z.object({
  as_of: instantSchema,
  counts: z.object({
    active: countSchema,
    completed: countSchema,
    /** Active projects whose health is amber or red. */
    at_risk: countSchema,
    blocked_tasks: countSchema,
    overdue_tasks: countSchema,
    /** Milestones due within 30 days. */
    milestones_due: countSchema,
  }),
  /** Worst first: health, then lateness, then name. Active ones before the others. */
  projects: z.array(portfolioProjectSchema),
  /** The last 90 days and the next 180, by date. */
  milestones: z.array(portfolioMilestoneSchema),
  changes: z.array(portfolioChangeSchema),
  can: z.object({ analyze: z.boolean(), create_project: z.boolean() }),
})
export type PortfolioOverview = z.infer<typeof portfolioOverviewSchema>
