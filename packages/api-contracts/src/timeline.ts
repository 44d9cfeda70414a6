import { z } from 'zod'
import { dateSchema, instantSchema, versionSchema } from './common.ts'
import { milestoneStatusSchema, schedulingModeSchema } from './projects.ts'
import { taskStatusSchema } from './tasks.ts'

export type SchedulingMode = z.infer<typeof schedulingModeSchema>

export const linkTypeSchema = z.enum(['FS', 'SS', 'FF', 'SF'])
export type LinkType = z.infer<typeof linkTypeSchema>

/** A task as a timeline draws it. What does not apply is absent: a timeline has thousands of these. */
export const timelineTaskSchema = z.object({
  id: z.uuid(),
  number: z.int(),
  title: z.string(),
  status: taskStatusSchema,
  parent_task_id: z.uuid().optional(),
  assignee_id: z.uuid().optional(),
  milestone_id: z.uuid().optional(),
  /** First and last day of the work, both included. A parent's are the span of its subtasks. */
  start_date: dateSchema.optional(),
  due_date: dateSchema.optional(),
  not_before: dateSchema.optional(),
  pinned: z.literal(true).optional(),
  completion_percentage: z.int().min(0).max(100),
  /** On the longest path to the project's end. */
  critical: z.literal(true).optional(),
  /** Working days it may slip before the project's end does; absent without dates. */
  total_float_days: z.int().optional(),
  /** Working days it may slip before the next task must. */
  free_float_days: z.int().optional(),
  /** The name of the change freeze that its dates touch. */
  freeze: z.string().optional(),
  version: versionSchema,
})
export type TimelineTask = z.infer<typeof timelineTaskSchema>

export const timelineLinkSchema = z.object({
  id: z.uuid(),
  predecessor_id: z.uuid(),
  successor_id: z.uuid(),
  type: linkTypeSchema,
  /** Working minutes, 480 to a day; negative for an overlap. */
  lag_minutes: z.int(),
  /** By how many working days the dates break it. */
  violated_days: z.int().positive().optional(),
})
export type TimelineLink = z.infer<typeof timelineLinkSchema>

export const timelineMilestoneSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  due_date: dateSchema,
  original_due_date: dateSchema,
  status: milestoneStatusSchema,
  achieved_on: dateSchema.nullable(),
})

export const changeWindowViewSchema = z.object({
  id: z.uuid(),
  kind: z.enum(['freeze', 'maintenance']),
  name: z.string(),
  starts_on: dateSchema,
  ends_on: dateSchema,
})

/** The days that a project's team works on: the organisation's calendar with the team's over it. */
export const projectCalendarSchema = z.object({
  /** ISO weekdays, 1 for Monday. */
  weekend: z.array(z.int().min(1).max(7)),
  holidays: z.array(z.object({ day: dateSchema, name: z.string() })),
  /** Weekend days and holidays of the organisation that are worked on all the same. */
  working_days: z.array(dateSchema),
  windows: z.array(changeWindowViewSchema),
})
export type ProjectCalendar = z.infer<typeof projectCalendarSchema>

export const baselineSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  reason: z.string(),
  start_date: dateSchema,
  finish_date: dateSchema,
  created_at: instantSchema,
})
export type BaselineView = z.infer<typeof baselineSchema>

export const timelineSchema = z.object({
  project_id: z.uuid(),
  key: z.string(),
  name: z.string(),
  start_date: dateSchema.nullable(),
  finish_date: dateSchema.nullable(),
  scheduling_mode: schedulingModeSchema,
  project_version: versionSchema,
  board_version: z.int(),
  can: z.object({ plan: z.boolean() }),
  /** Parents before their subtasks, in the order of their numbers. */
  tasks: z.array(timelineTaskSchema),
  links: z.array(timelineLinkSchema),
  /** Ends of links that lie in other projects the reader may see; of those hidden, only the dates. */
  external_tasks: z.array(
    z.object({
      id: z.uuid(),
      project_key: z.string().optional(),
      title: z.string().optional(),
      start_date: dateSchema.optional(),
      due_date: dateSchema.optional(),
    }),
  ),
  milestones: z.array(timelineMilestoneSchema),
  calendar: projectCalendarSchema,
  baselines: z.array(baselineSchema),
  /** Of the baseline that was asked for, the latest when none was. */
  baseline_id: z.uuid().nullable(),
  baseline_items: z.array(
    z.object({
      task_id: z.uuid().optional(),
      milestone_id: z.uuid().optional(),
      start_date: dateSchema.optional(),
      finish_date: dateSchema,
    }),
  ),
})
export type Timeline = z.infer<typeof timelineSchema>

export const timelineQuerySchema = z.strictObject({ baseline_id: z.uuid().optional() })

const plannedChange = z.strictObject({
  task_id: z.uuid(),
  start_date: dateSchema.nullable(),
  due_date: dateSchema.nullable(),
  version: versionSchema,
})

/** Dates as they were dragged; what follows from them the answer says. */
export const previewScheduleSchema = z.strictObject({
  changes: z.array(plannedChange).min(1).max(200),
})
export type PreviewSchedule = z.infer<typeof previewScheduleSchema>

const span = z.object({ start_date: dateSchema.nullable(), due_date: dateSchema.nullable() })

export const scheduleMoveSchema = z.object({
  task_id: z.uuid(),
  from: span,
  to: span,
  /** Working days that the end moves; negative for earlier. */
  days: z.int(),
  /** Asked for, or the consequence of it. */
  cause: z.enum(['asked', 'link', 'calendar']),
})

export const scheduleViolationSchema = z.object({
  task_id: z.uuid(),
  link_id: z.uuid().optional(),
  kind: z.enum(['link', 'not_before', 'pinned', 'freeze']),
  days: z.int().nonnegative(),
  /** In words, naming the task, the link or the window. */
  detail: z.string(),
})

export const schedulePreviewSchema = z.object({
  moves: z.array(scheduleMoveSchema),
  violations: z.array(scheduleViolationSchema),
  /** Of the project's end, before and after. */
  finish: z.object({ from: dateSchema.nullable(), to: dateSchema.nullable() }),
  /** Names exactly these moves. */
  digest: z.string(),
})
export type SchedulePreview = z.infer<typeof schedulePreviewSchema>

/** Saves what the preview showed. Refused with 409 when the plan has changed since. */
export const applyScheduleSchema = z.strictObject({
  changes: z.array(plannedChange).min(1).max(200),
  /** As the preview's answer named them; an answer that would differ is refused. */
  expected_moves: z.int().nonnegative().optional(),
  expected_digest: z.string().max(100).optional(),
})
export type ApplySchedule = z.infer<typeof applyScheduleSchema>

export const changeSetSchema = z.object({
  id: z.uuid(),
  kind: z.string(),
  task_count: z.int(),
  created_at: instantSchema,
  undone_at: instantSchema.nullable(),
})
export type ChangeSetView = z.infer<typeof changeSetSchema>

export const appliedScheduleSchema = z.object({
  change_set: changeSetSchema,
  moves: z.array(scheduleMoveSchema),
  board_version: z.int(),
})
export type AppliedSchedule = z.infer<typeof appliedScheduleSchema>

export const createDependencySchema = z.strictObject({
  predecessor_id: z.uuid(),
  type: linkTypeSchema.default('FS'),
  lag_minutes: z.int().min(-480_000).max(480_000).default(0),
})
export type CreateDependency = z.infer<typeof createDependencySchema>

export const updateDependencySchema = z.strictObject({
  type: linkTypeSchema.optional(),
  lag_minutes: z.int().min(-480_000).max(480_000).optional(),
})
export type UpdateDependency = z.infer<typeof updateDependencySchema>

export const dependencySchema = timelineLinkSchema.omit({ violated_days: true })
export type DependencyView = z.infer<typeof dependencySchema>

/** A link as one of its tasks shows it, with the task at its other end; of a hidden one, only the dates. */
export const linkedTaskSchema = z.object({
  ...dependencySchema.omit({ predecessor_id: true, successor_id: true }).shape,
  task: z.object({
    id: z.uuid(),
    key: z.string().optional(),
    title: z.string().optional(),
    status: taskStatusSchema.optional(),
    project_id: z.uuid().optional(),
    start_date: dateSchema.nullable(),
    due_date: dateSchema.nullable(),
  }),
})
export type LinkedTaskView = z.infer<typeof linkedTaskSchema>

export const taskDependenciesSchema = z.object({
  predecessors: z.array(linkedTaskSchema),
  successors: z.array(linkedTaskSchema),
  can: z.object({ link: z.boolean() }),
})
export type TaskDependencies = z.infer<typeof taskDependenciesSchema>

export const dependencyParamsSchema = z.object({ dependency_id: z.uuid() })

export const createBaselineSchema = z.strictObject({
  name: z.string().trim().min(1).max(100),
  reason: z.string().trim().min(1).max(500),
})
export type CreateBaseline = z.infer<typeof createBaselineSchema>
export const baselineListSchema = z.object({ items: z.array(baselineSchema) })
