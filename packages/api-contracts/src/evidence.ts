import { z } from 'zod'
import {
  dateSchema,
  instantSchema,
  namedRefSchema,
  percentageSchema,
  personRefSchema,
} from './common.ts'
import { healthSchema, milestoneStatusSchema, projectStatusSchema } from './projects.ts'
import { taskStatusSchema } from './tasks.ts'

/**
 * `GET /internal/v1/projects/{project_id}/evidence`: everything the insights service computes facts
 * from, read in one go so that all of it is of one moment. Between services only.
 */
export const projectEvidenceSchema = z.object({
  as_of: instantSchema,
  project: z.object({
    id: z.uuid(),
    key: z.string(),
    name: z.string(),
    status: projectStatusSchema,
    team: namedRefSchema,
    manager: personRefSchema.nullable(),
    start_date: dateSchema.nullable(),
    finish_date: dateSchema.nullable(),
    declared_health: healthSchema,
    health_declared_at: instantSchema.nullable(),
    completion_percentage: percentageSchema.nullable(),
    /** Stands in for a missing estimate, in minutes. */
    median_estimate: z.int().nullable(),
  }),
  baseline: z
    .object({
      name: z.string(),
      start_date: dateSchema,
      finish_date: dateSchema,
      taken_at: instantSchema,
    })
    .nullable(),
  /** Not deleted, cancelled ones included, at most 20,000. */
  tasks: z.array(
    z.object({
      id: z.uuid(),
      number: z.int(),
      title: z.string(),
      status: taskStatusSchema,
      is_leaf: z.boolean(),
      assignee_id: z.uuid().nullable(),
      estimate_minutes: z.int().nullable(),
      completion_percentage: z.int(),
      start_date: dateSchema.nullable(),
      due_date: dateSchema.nullable(),
      blocked_reason: z.string().nullable(),
      blocked_since: instantSchema.nullable(),
      completed_at: instantSchema.nullable(),
      updated_at: instantSchema,
    }),
  ),
  milestones: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      due_date: dateSchema,
      original_due_date: dateSchema,
      status: milestoneStatusSchema,
      achieved_on: dateSchema.nullable(),
    }),
  ),
  /** Leaf tasks finished per ISO week by the Monday it starts on, the last 12 weeks, the running one last. */
  weekly_done: z.array(z.object({ week_start: dateSchema, count: z.int() })),
  /** One per day, oldest first, at most 90. */
  snapshots: z.array(
    z.object({
      snapshot_on: dateSchema,
      completion_percentage: percentageSchema.nullable(),
      blocked_count: z.int(),
      overdue_count: z.int(),
    }),
  ),
})
export type ProjectEvidence = z.infer<typeof projectEvidenceSchema>
