import { z } from 'zod'
import { dateSchema, percentageSchema } from './common.ts'
import { healthSchema, projectStatusSchema } from './projects.ts'
import { projectCalendarSchema, timelineLinkSchema, timelineMilestoneSchema } from './timeline.ts'

/** A project as one bar among all that the reader sees. */
export const portfolioBarSchema = z.object({
  id: z.uuid(),
  key: z.string(),
  name: z.string(),
  team_name: z.string(),
  status: projectStatusSchema,
  declared_health: healthSchema,
  computed_health: healthSchema,
  completion_percentage: percentageSchema.nullable(),
  /** From the first planned day to the last: the project's own dates, and what lies beyond them. */
  start_date: dateSchema.nullable(),
  finish_date: dateSchema.nullable(),
  /** As its manager planned it. */
  planned_start_date: dateSchema.nullable(),
  planned_finish_date: dateSchema.nullable(),
  /** Of the first baseline, which slippage is measured from. */
  baseline_finish_date: dateSchema.nullable(),
  milestones: z.array(timelineMilestoneSchema),
})

/** A link between tasks of two projects, both of which the reader sees. */
export const portfolioLinkSchema = z.object({
  ...timelineLinkSchema.shape,
  predecessor: z.object({ project_id: z.uuid(), key: z.string(), title: z.string() }),
  successor: z.object({ project_id: z.uuid(), key: z.string(), title: z.string() }),
  /** The days of the ends that the link ties; absent where a task has none. */
  from_date: dateSchema.optional(),
  to_date: dateSchema.optional(),
})

export const portfolioTimelineSchema = z.object({
  /** By their first day, those without any last. */
  projects: z.array(portfolioBarSchema),
  links: z.array(portfolioLinkSchema),
  /** The organisation's. */
  calendar: projectCalendarSchema,
})
export type PortfolioTimeline = z.infer<typeof portfolioTimelineSchema>
