import { z } from 'zod'
import {
  dateSchema,
  instantSchema,
  namedRefSchema,
  pageOf,
  pageQueryShape,
  percentageSchema,
  personRefSchema,
  versionSchema,
} from './common.ts'

export const projectStatusSchema = z.enum([
  'planning',
  'active',
  'on_hold',
  'completed',
  'cancelled',
])
export type ProjectStatus = z.infer<typeof projectStatusSchema>

export const healthSchema = z.enum(['green', 'amber', 'red', 'unknown'])
export type Health = z.infer<typeof healthSchema>

/**
 * How a change of one task's dates may move the tasks that follow it: not at all; not at all, but what is
 * in conflict is named; later, as far as a conflict needs; or always to the earliest day the links allow.
 */
export const schedulingModeSchema = z.enum(['off', 'warn', 'push', 'strict'])

export const projectParamsSchema = z.object({ project_id: z.uuid() })
export const milestoneParamsSchema = z.object({ milestone_id: z.uuid() })

export const projectSchema = z.object({
  id: z.uuid(),
  key: z.string(),
  name: z.string(),
  description: z.string(),
  status: projectStatusSchema,
  team: namedRefSchema,
  manager: personRefSchema.nullable(),
  category: namedRefSchema.nullable(),
  start_date: dateSchema.nullable(),
  finish_date: dateSchema.nullable(),
  declared_health: healthSchema,
  health_note: z.string(),
  health_declared_at: instantSchema.nullable(),
  computed_health: healthSchema,
  completion_percentage: percentageSchema.nullable(),
  task_count: z.int(),
  done_count: z.int(),
  blocked_count: z.int(),
  version: versionSchema,
  can: z.object({
    update: z.boolean(),
    delete: z.boolean(),
    create_task: z.boolean(),
    create_milestone: z.boolean(),
    analyze: z.boolean(),
  }),
})
export type ProjectView = z.infer<typeof projectSchema>
export const projectPageSchema = pageOf(projectSchema).extend({ total: z.int() })

export const listProjectsQuerySchema = z.strictObject({
  ...pageQueryShape,
  status: projectStatusSchema.optional(),
  team_id: z.uuid().optional(),
  /** Only archived ones; without it, all others. */
  archived: z.enum(['true', 'false']).optional(),
})
export type ListProjectsQuery = z.infer<typeof listProjectsQuerySchema>

const key = z.string().regex(/^[A-Z][A-Z0-9]{1,9}$/, 'Two to ten capitals and digits.')
const name = z.string().trim().min(1).max(200)
const description = z.string().max(20_000)

export const createProjectSchema = z.strictObject({
  key,
  name,
  team_id: z.uuid(),
  description: description.optional(),
  category_id: z.uuid().optional(),
  manager_id: z.uuid().optional(),
  status: projectStatusSchema.default('planning'),
  start_date: dateSchema.optional(),
  finish_date: dateSchema.optional(),
  /** Whose tasks, links and milestones it begins with; their days count from the start, or today. */
  template_id: z.uuid().optional(),
})
export type CreateProject = z.infer<typeof createProjectSchema>

/** Two decimals at most. */
const money = z.number().min(0).max(999_999_999_999).multipleOf(0.01)

/** Absent means unchanged, null means emptied. */
export const updateProjectSchema = z.strictObject({
  version: versionSchema,
  name: name.optional(),
  description: description.optional(),
  team_id: z.uuid().optional(),
  category_id: z.uuid().nullable().optional(),
  manager_id: z.uuid().nullable().optional(),
  status: projectStatusSchema.optional(),
  start_date: dateSchema.nullable().optional(),
  finish_date: dateSchema.nullable().optional(),
  scheduling_mode: schedulingModeSchema.optional(),
  /** An archived project stands in no list and no portfolio; nothing else changes. */
  archived: z.boolean().optional(),
  planned_budget: money.nullable().optional(),
  actual_cost: money.nullable().optional(),
  budget_currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'Three capitals, as in EUR.')
    .nullable()
    .optional(),
  asset_noun: z.string().trim().min(1).max(60).nullable().optional(),
  declared_health: healthSchema.optional(),
  health_note: z.string().max(500).optional(),
})
export type UpdateProject = z.infer<typeof updateProjectSchema>

export const memberListSchema = z.object({ items: z.array(personRefSchema) })

export const milestoneStatusSchema = z.enum(['upcoming', 'achieved', 'missed'])
export type MilestoneStatus = z.infer<typeof milestoneStatusSchema>

/** Shown wherever a milestone is. What makes it so is one rule of the server's. */
export const milestoneRiskShape = {
  at_risk: z.boolean(),
  /** In a sentence; null for one that is not. */
  at_risk_reason: z.string().nullable(),
}

export const milestoneSchema = z.object({
  id: z.uuid(),
  project_id: z.uuid(),
  name: z.string(),
  description: z.string(),
  due_date: dateSchema,
  /** The date first promised. */
  original_due_date: dateSchema,
  status: milestoneStatusSchema,
  achieved_on: dateSchema.nullable(),
  /** Tasks that lead to it, and how many of them are done. */
  tasks: z.object({ done: z.int(), total: z.int() }),
  ...milestoneRiskShape,
  version: versionSchema,
  can: z.object({ update: z.boolean() }),
})
export type MilestoneView = z.infer<typeof milestoneSchema>
export const milestoneListSchema = z.object({ items: z.array(milestoneSchema) })

export const createMilestoneSchema = z.strictObject({
  name,
  due_date: dateSchema,
  description: description.optional(),
})
export type CreateMilestone = z.infer<typeof createMilestoneSchema>

export const updateMilestoneSchema = z.strictObject({
  version: versionSchema,
  name: name.optional(),
  description: description.optional(),
  due_date: dateSchema.optional(),
  status: milestoneStatusSchema.optional(),
  /** Only with the status `achieved`; today when it is left out. */
  achieved_on: dateSchema.optional(),
})
export type UpdateMilestone = z.infer<typeof updateMilestoneSchema>
