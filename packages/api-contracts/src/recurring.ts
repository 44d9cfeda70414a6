import { z } from 'zod'
import { dateSchema, personRefSchema, versionSchema } from './common.ts'
import { createTaskSchema } from './tasks.ts'

export const recurringTaskParamsSchema = z.object({ recurring_task_id: z.uuid() })

/** What the tasks of a series have, beside their title and date. */
export const recurringFieldsSchema = createTaskSchema.pick({
  description: true,
  priority: true,
  assignee_id: true,
  milestone_id: true,
  estimate_minutes: true,
  labels: true,
})
export type RecurringFields = z.infer<typeof recurringFieldsSchema>

const title = createTaskSchema.shape.title
/** RFC 5545, without `RRULE:` and without `DTSTART`: "FREQ=MONTHLY;BYDAY=2TU". */
const rule = z.string().trim().min(6).max(300)
const leadDays = z.int().min(0).max(90)

export const recurringTaskSchema = z.object({
  id: z.uuid(),
  project_id: z.uuid(),
  title: z.string(),
  fields: recurringFieldsSchema,
  assignee: personRefSchema.nullable(),
  rule: z.string(),
  starts_on: dateSchema,
  /** How many days before its date a task is made. */
  lead_days: z.int(),
  /** The next date without a task; null when the rule has ended. */
  next_on: dateSchema.nullable(),
  /** Tasks made so far, those in the trash included. */
  made_count: z.int(),
  version: versionSchema,
  can: z.object({ update: z.boolean() }),
})
export type RecurringTaskView = z.infer<typeof recurringTaskSchema>
export const recurringTaskListSchema = z.object({
  items: z.array(recurringTaskSchema),
  can: z.object({ create: z.boolean() }),
})
export type RecurringTaskList = z.infer<typeof recurringTaskListSchema>

export const createRecurringTaskSchema = z.strictObject({
  title,
  fields: recurringFieldsSchema,
  rule,
  starts_on: dateSchema,
  lead_days: leadDays.default(7),
})
export type CreateRecurringTask = z.infer<typeof createRecurringTaskSchema>

/** Absent means unchanged. Tasks that were made stay as they are. */
export const updateRecurringTaskSchema = z.strictObject({
  version: versionSchema,
  title: title.optional(),
  fields: recurringFieldsSchema.optional(),
  rule: rule.optional(),
  starts_on: dateSchema.optional(),
  lead_days: leadDays.optional(),
})
export type UpdateRecurringTask = z.infer<typeof updateRecurringTaskSchema>
