import { z } from 'zod'
import { versionSchema } from './common.ts'
import { taskPrioritySchema } from './tasks.ts'
import { linkTypeSchema } from './timeline.ts'

const ref = z.string().min(1).max(100)
/** Working days after the start of the project, which is day 0. */
const day = z.int().min(0).max(5_000)
const name = z.string().trim().min(1).max(200)
const description = z.string().max(20_000)

/** A plan without dates: its days are counted from whenever it starts. */
export const templateContentSchema = z.strictObject({
  milestones: z
    .array(z.strictObject({ ref, name, description: description.default(''), day }))
    .max(200),
  tasks: z
    .array(
      z.strictObject({
        ref,
        parent_ref: ref.nullable().default(null),
        milestone_ref: ref.nullable().default(null),
        title: z.string().trim().min(1).max(300),
        description: description.default(''),
        priority: taskPrioritySchema.default('medium'),
        labels: z.array(z.string().trim().min(1).max(40)).max(20).default([]),
        estimate_minutes: z.int().min(0).max(1_200_000).nullable().default(null),
        /** Null for a task without dates, such as one with subtasks. */
        start_day: day.nullable().default(null),
        /** Working days, the first and the last included. */
        duration_days: z.int().min(1).max(5_000).nullable().default(null),
      }),
    )
    .min(1)
    .max(2_000),
  links: z
    .array(
      z.strictObject({
        predecessor_ref: ref,
        successor_ref: ref,
        type: linkTypeSchema.default('FS'),
        lag_minutes: z.int().min(-480_000).max(480_000).default(0),
      }),
    )
    .max(10_000),
})
export type TemplateContent = z.infer<typeof templateContentSchema>

export const templateSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  description: z.string(),
  /** Null: for every team. */
  team_id: z.uuid().nullable(),
  /** Comes with Milepost; nobody changes it. */
  built_in: z.boolean(),
  task_count: z.int(),
  milestone_count: z.int(),
  /** Working days from the first to the last. */
  duration_days: z.int(),
  version: versionSchema,
  can: z.object({ update: z.boolean() }),
})
export type TemplateView = z.infer<typeof templateSchema>
export const templateListSchema = z.object({ items: z.array(templateSchema) })
export const templateDetailSchema = templateSchema.extend({ content: templateContentSchema })
export type TemplateDetail = z.infer<typeof templateDetailSchema>
export const templateParamsSchema = z.object({ template_id: z.uuid() })

export const createTemplateSchema = z.strictObject({
  name,
  description: description.default(''),
  team_id: z.uuid().nullable(),
  content: templateContentSchema,
})
export type CreateTemplate = z.infer<typeof createTemplateSchema>

/** Absent means unchanged. */
export const updateTemplateSchema = z.strictObject({
  version: versionSchema,
  name: name.optional(),
  description: description.optional(),
  content: templateContentSchema.optional(),
})
export type UpdateTemplate = z.infer<typeof updateTemplateSchema>

/** The template is the project's team's. */
export const saveAsTemplateSchema = z.strictObject({
  name,
  description: description.default(''),
})
export type SaveAsTemplate = z.infer<typeof saveAsTemplateSchema>
