import { z } from 'zod'
import {
  dateSchema,
  instantSchema,
  namedRefSchema,
  pageOf,
  pageQueryShape,
  personRefSchema,
  versionSchema,
} from './common.ts'

export const entryParamsSchema = z.object({ entry_id: z.uuid() })

export const weekStatusSchema = z.enum(['draft', 'submitted', 'approved', 'rejected'])
export type WeekStatus = z.infer<typeof weekStatusSchema>

/** An ISO 8601 week, "2026-W47". */
export const isoWeekSchema = z.string().regex(/^20\d\d-W(0[1-9]|[1-4]\d|5[0-3])$/)

/** A day somebody may have worked on. */
const workDateSchema = dateSchema.regex(/^20/, 'Not a date of this century.')

export const timeEntrySchema = z.object({
  id: z.uuid(),
  user_id: z.uuid(),
  project_id: z.uuid().nullable(),
  task_id: z.uuid().nullable(),
  activity: z.string().nullable(),
  work_date: dateSchema,
  minutes: z.int(),
  note: z.string(),
  version: versionSchema,
})
export type TimeEntryView = z.infer<typeof timeEntrySchema>
export const timeEntryPageSchema = pageOf(timeEntrySchema)

export const listEntriesQuerySchema = z.strictObject({
  ...pageQueryShape,
  user_id: z.uuid().optional(),
  project_id: z.uuid().optional(),
  /** Both included. */
  from: workDateSchema.optional(),
  to: workDateSchema.optional(),
})

/** Time on a task, or on something that is none: exactly one of `task_id` and `activity`. */
export const createEntrySchema = z
  .strictObject({
    task_id: z.uuid().optional(),
    activity: z.string().trim().min(1).max(120).optional(),
    work_date: workDateSchema,
    minutes: z.int().min(1).max(1440),
    note: z.string().max(500).default(''),
  })
  .refine(({ task_id, activity }) => (task_id === undefined) !== (activity === undefined), {
    path: ['task_id'],
    message: 'Name a task or an activity, and not both.',
  })
export type CreateEntry = z.infer<typeof createEntrySchema>

export const updateEntrySchema = z
  .strictObject({
    version: versionSchema,
    /** 0 removes the entry. */
    minutes: z.int().min(0).max(1440).optional(),
    note: z.string().max(500).optional(),
  })
  .refine(({ minutes, note }) => minutes !== undefined || note !== undefined, {
    path: ['minutes'],
    message: 'Change the minutes, the note, or both.',
  })
export type UpdateEntry = z.infer<typeof updateEntrySchema>

export const weeklyQuerySchema = z.strictObject({
  /** The running week of the person when left out. */
  week: isoWeekSchema.optional(),
  user_id: z.uuid().optional(),
})

/** One line of the grid. Lines without time are the open tasks assigned to the person. */
export const weekRowSchema = z.object({
  task: z
    .object({ id: z.uuid(), key: z.string(), title: z.string(), is_open: z.boolean() })
    .nullable(),
  project: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  activity: z.string().nullable(),
  /** Monday to Sunday; several entries of one day are one cell. */
  cells: z.array(
    z.object({
      minutes: z.int(),
      entries: z.array(
        z.object({
          id: z.uuid(),
          minutes: z.int(),
          note: z.string(),
          version: versionSchema,
        }),
      ),
    }),
  ),
  total_minutes: z.int(),
})
export type WeekRow = z.infer<typeof weekRowSchema>

export const weekSummarySchema = z.object({
  week: isoWeekSchema,
  status: weekStatusSchema,
  revision: z.int(),
  total_minutes: z.int(),
  submitted_at: instantSchema.nullable(),
  decided_at: instantSchema.nullable(),
  decided_by: personRefSchema.nullable(),
  decision_reason: z.string().nullable(),
})
export type WeekSummaryView = z.infer<typeof weekSummarySchema>

export const weeklyTimesheetSchema = weekSummarySchema.extend({
  user: personRefSchema,
  /** Today in the person's time zone. */
  today: dateSchema,
  /** Monday to Sunday. */
  days: z.array(
    z.object({
      date: dateSchema,
      minutes: z.int(),
      /** Contracted minutes of the day less absences; null without a capacity. */
      capacity_minutes: z.int().nullable(),
      locked: z.boolean(),
    }),
  ),
  rows: z.array(weekRowSchema),
  capacity_minutes: z.int().nullable(),
  tasks_completed: z.int(),
  /** The four weeks before, newest first. */
  earlier: z.array(weekSummarySchema),
  can: z.object({ edit: z.boolean(), submit: z.boolean() }),
})
export type WeeklyTimesheet = z.infer<typeof weeklyTimesheetSchema>

export const submitWeekSchema = z.strictObject({ week: isoWeekSchema })

/** A team's share of its capacity that was worked, over four full ISO weeks. */
export const teamUtilizationSchema = z.object({
  team: namedRefSchema,
  people: z.int(),
  /** Null when not shown: see `withheld`. */
  utilization_percentage: z.number().nullable(),
  minutes: z.int().nullable(),
  capacity_minutes: z.int().nullable(),
  /** Submitted but not approved yet; part of `minutes`. */
  unapproved_minutes: z.int().nullable(),
  people_without_capacity: z.int(),
  withheld: z.enum(['under_five_people', 'no_capacity']).nullable(),
  /** Named people are for administrators and the team's manager only. */
  members: z
    .array(
      z.object({
        user: personRefSchema,
        minutes: z.int(),
        capacity_minutes: z.int().nullable(),
        utilization_percentage: z.number().nullable(),
      }),
    )
    .optional(),
})
export type TeamUtilization = z.infer<typeof teamUtilizationSchema>

export const utilizationReportSchema = z.object({
  /** Mondays: the first of the four weeks, and the one after the last. */
  from: dateSchema,
  until: dateSchema,
  limit_percentage: z.number(),
  teams: z.array(teamUtilizationSchema),
})
export type UtilizationReport = z.infer<typeof utilizationReportSchema>
