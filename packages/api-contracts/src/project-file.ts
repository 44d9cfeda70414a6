import { z } from 'zod'
import { dateSchema, instantSchema } from './common.ts'
import { milestoneStatusSchema, projectStatusSchema, schedulingModeSchema } from './projects.ts'
import { taskPrioritySchema, taskStatusSchema } from './tasks.ts'
import { linkTypeSchema } from './timeline.ts'

const id = z.string().min(1).max(100)
const minutes = z.int().min(0).max(1_200_000).nullable()
const text = z.string().max(20_000)

/**
 * A project as a file: its plan, without comments, attached files and booked hours. Ids name things
 * within the file only. A reader who sees no hours gets none of the fields in minutes.
 */
export const projectFileSchema = z.object({
  format: z.literal('milepost-project'),
  format_version: z.literal(1),
  project: z.object({
    id,
    key: z.string().max(20),
    name: z.string().max(300),
    description: text,
    status: projectStatusSchema,
    start_date: dateSchema.nullable(),
    finish_date: dateSchema.nullable(),
    scheduling_mode: schedulingModeSchema,
  }),
  milestones: z
    .array(
      z.object({
        id,
        name: z.string().trim().min(1).max(200),
        description: text,
        due_date: dateSchema,
        original_due_date: dateSchema,
        status: milestoneStatusSchema,
        achieved_on: dateSchema.nullable(),
      }),
    )
    .max(500),
  tasks: z
    .array(
      z.object({
        id,
        number: z.int(),
        parent_id: id.nullable(),
        milestone_id: id.nullable(),
        title: z.string().trim().min(1).max(300),
        description: text,
        status: taskStatusSchema,
        blocked_reason: z.string().max(500).nullable(),
        priority: taskPrioritySchema,
        assignee: z.object({ email: z.string().max(320), name: z.string().max(200) }).nullable(),
        category: z.string().max(100).nullable(),
        labels: z.array(z.string().min(1).max(40)).max(20),
        start_date: dateSchema.nullable(),
        due_date: dateSchema.nullable(),
        not_before: dateSchema.nullable(),
        is_pinned: z.boolean(),
        estimate_minutes: minutes.optional(),
        remaining_minutes: minutes.optional(),
        completion_percentage: z.int().min(0).max(100),
        completed_at: instantSchema.nullable(),
      }),
    )
    .max(10_000),
  links: z
    .array(
      z.object({
        predecessor_id: id,
        successor_id: id,
        type: linkTypeSchema,
        lag_minutes: z.int().min(-480_000).max(480_000),
      }),
    )
    .max(50_000),
  /** The latest first. */
  baselines: z
    .array(
      z.object({
        name: z.string().max(200),
        reason: z.string().max(2_000),
        start_date: dateSchema,
        finish_date: dateSchema,
        items: z
          .array(
            z.object({
              task_id: id.nullable(),
              milestone_id: id.nullable(),
              start_date: dateSchema.nullable(),
              finish_date: dateSchema,
              estimate_minutes: minutes.optional(),
            }),
          )
          .max(20_000),
      }),
    )
    .max(50),
})
export type ProjectFile = z.infer<typeof projectFileSchema>
