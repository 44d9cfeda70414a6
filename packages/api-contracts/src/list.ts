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
import { cardSchema, taskPrioritySchema, taskStatusSchema } from './tasks.ts'

export const changeSetParamsSchema = z.object({ change_set_id: z.uuid() })

/** Many changes were taken back as one. */
export const undoneChangeSetSchema = z.object({
  id: z.uuid(),
  project_id: z.uuid(),
  undone_at: instantSchema,
  /** How many tasks are as they were. */
  tasks: z.int(),
})
export type UndoneChangeSet = z.infer<typeof undoneChangeSetSchema>

/** A task as a list shows it: a card, and the fields a board has no room for. What does not apply is absent. */
export const taskRowSchema = cardSchema.extend({
  category_id: z.uuid().optional(),
  estimate_minutes: z.int().optional(),
  remaining_minutes: z.int().optional(),
  start_date: dateSchema.optional(),
  completion_percentage: z.int().min(0).max(100),
})
export type TaskRowView = z.infer<typeof taskRowSchema>

export const taskRowsSchema = z.object({
  project_id: z.uuid(),
  key: z.string(),
  board_version: z.int(),
  can: z.object({
    /** All fields of all tasks, the progress of one's own, or nothing. */
    update: z.enum(['all', 'progress', 'none']),
    create_task: z.boolean(),
    delete: z.boolean(),
  }),
  milestones: z.array(namedRefSchema.extend({ due_date: dateSchema })),
  categories: z.array(namedRefSchema),
  /** By number. */
  tasks: z.array(taskRowSchema),
})
export type TaskRows = z.infer<typeof taskRowsSchema>

export const bulkTasksMax = 500

const label = z.string().trim().min(1).max(40)
const chosen = z
  .array(z.strictObject({ task_id: z.uuid(), version: versionSchema }))
  .min(1)
  .max(bulkTasksMax)
  .refine((tasks) => new Set(tasks.map(({ task_id }) => task_id)).size === tasks.length, {
    message: 'A task is named twice.',
  })

/** Absent means unchanged, null means emptied. */
export const bulkChangeSchema = z
  .strictObject({
    status: taskStatusSchema.optional(),
    blocked_reason: z.string().trim().min(1).max(500).optional(),
    completion_percentage: z.int().min(0).max(100).optional(),
    assignee_id: z.uuid().nullable().optional(),
    priority: taskPrioritySchema.optional(),
    start_date: dateSchema.nullable().optional(),
    due_date: dateSchema.nullable().optional(),
    /** Calendar days by which both dates move; a task without dates stays without. */
    shift_days: z.int().min(-3650).max(3650).optional(),
    milestone_id: z.uuid().nullable().optional(),
    category_id: z.uuid().nullable().optional(),
    parent_task_id: z.uuid().nullable().optional(),
    add_labels: z.array(label).min(1).max(20).optional(),
    remove_labels: z.array(label).min(1).max(20).optional(),
  })
  .refine((change) => Object.values(change).some((value) => value !== undefined), {
    message: 'Nothing to change.',
  })
  .refine(
    ({ shift_days, start_date, due_date }) =>
      shift_days === undefined || (start_date === undefined && due_date === undefined),
    { path: ['shift_days'], message: 'Either new dates or a shift.' },
  )
export type BulkChange = z.infer<typeof bulkChangeSchema>

export const bulkEditSchema = z.strictObject({ tasks: chosen, set: bulkChangeSchema })
export type BulkEdit = z.infer<typeof bulkEditSchema>

export const bulkDeleteSchema = z.strictObject({ tasks: chosen })
export type BulkDelete = z.infer<typeof bulkDeleteSchema>

export const bulkResultSchema = z.object({
  /** What undoes all of it; null when nothing differed. */
  change_set_id: z.uuid().nullable(),
  changed: z.int(),
})
export type BulkResult = z.infer<typeof bulkResultSchema>

/** What the address of a list says: filters, order, grouping, columns. */
const viewQuery = z
  .record(z.string().regex(/^[a-z_]{1,40}$/), z.string().max(1_000))
  .refine((query) => Object.keys(query).length <= 40, { message: 'At most 40 of them.' })

export const savedViewSchema = z.object({
  id: z.uuid(),
  project_id: z.uuid(),
  owner: personRefSchema,
  name: z.string(),
  is_shared: z.boolean(),
  query: viewQuery,
  version: versionSchema,
  can: z.object({ update: z.boolean() }),
})
export type SavedView = z.infer<typeof savedViewSchema>
export const savedViewListSchema = z.object({
  items: z.array(savedViewSchema),
  can: z.object({ create: z.boolean() }),
})

export const viewParamsSchema = z.object({ view_id: z.uuid() })
const viewName = z.string().trim().min(1).max(80)

export const createViewSchema = z.strictObject({
  name: viewName,
  is_shared: z.boolean().default(false),
  query: viewQuery,
})
export type CreateView = z.infer<typeof createViewSchema>

export const updateViewSchema = z.strictObject({
  version: versionSchema,
  name: viewName.optional(),
  is_shared: z.boolean().optional(),
  query: viewQuery.optional(),
})
export type UpdateView = z.infer<typeof updateViewSchema>

export const trashedTaskSchema = z.object({
  id: z.uuid(),
  key: z.string(),
  title: z.string(),
  status: taskStatusSchema,
  deleted_at: instantSchema,
  deleted_by: personRefSchema.nullable(),
  /** Subtasks that went with it, at any depth. */
  subtask_count: z.int(),
  can: z.object({ restore: z.boolean() }),
})
export type TrashedTask = z.infer<typeof trashedTaskSchema>
export const trashPageSchema = pageOf(trashedTaskSchema)
export const listTrashQuerySchema = z.strictObject(pageQueryShape)
export type ListTrashQuery = z.infer<typeof listTrashQuerySchema>

/** 1 to 5, as people's. */
const skillLevel = z.int().min(1).max(5)

export const taskSkillSchema = z.object({ skill_id: z.uuid(), name: z.string(), level: skillLevel })
export type TaskSkill = z.infer<typeof taskSkillSchema>
export const taskSkillListSchema = z.object({ items: z.array(taskSkillSchema) })

export const setTaskSkillsSchema = z.strictObject({
  /** Of the task. */
  version: versionSchema,
  skills: z
    .array(z.strictObject({ skill_id: z.uuid(), level: skillLevel }))
    .max(20)
    .refine((skills) => new Set(skills.map(({ skill_id }) => skill_id)).size === skills.length, {
      message: 'A skill is named twice.',
    }),
})
export type SetTaskSkills = z.infer<typeof setTaskSkillsSchema>

/** Why a person is suggested, in numbers that add up to the order. */
export const assigneeSuggestionSchema = z.object({
  person: personRefSchema,
  /** 0–100: half of it the skills, half the free time; skills alone or time alone where one is not known. */
  score: z.int().min(0).max(100),
  skills: z.array(
    z.object({
      name: z.string(),
      needed_level: skillLevel,
      /** Null for a person without it. */
      level: skillLevel.nullable(),
    }),
  ),
  /** In the task's window; null where nobody said how much the person works. */
  capacity_minutes: z.int().nullable(),
  absent_minutes: z.int(),
  /** What is left to do of the person's other open tasks there. */
  committed_minutes: z.int(),
  free_minutes: z.int().nullable(),
  open_tasks: z.int(),
})
export type AssigneeSuggestion = z.infer<typeof assigneeSuggestionSchema>

export const assigneeSuggestionsSchema = z.object({
  task_id: z.uuid(),
  /** The days looked at: the task's own, or two weeks from today. */
  window: z.object({ from: dateSchema, to: dateSchema, planned: z.boolean() }),
  needed_skills: z.array(taskSkillSchema),
  /** What is left to do of this task; null without an estimate. */
  needed_minutes: z.int().nullable(),
  /** The most suitable first. */
  items: z.array(assigneeSuggestionSchema),
})
export type AssigneeSuggestions = z.infer<typeof assigneeSuggestionsSchema>

export const myTaskSchema = z.object({
  id: z.uuid(),
  key: z.string(),
  title: z.string(),
  status: taskStatusSchema,
  priority: taskPrioritySchema,
  project: namedRefSchema.extend({ key: z.string() }),
  start_date: dateSchema.nullable(),
  due_date: dateSchema.nullable(),
  remaining_minutes: z.int().nullable(),
  blocked_reason: z.string().nullable(),
  blocked_since: instantSchema.nullable(),
  /** When it became the reader's; null where that is not recorded. */
  assigned_at: instantSchema.nullable(),
  version: versionSchema,
})
export type MyTask = z.infer<typeof myTaskSchema>

const myTasks = z.object({ total: z.int(), items: z.array(myTaskSchema) })

/** The reader's own open tasks of running projects. A task is in the first section that it fits. */
export const myWorkSchema = z.object({
  today: dateSchema,
  /** Monday and Sunday of the reader's ISO week. */
  week: z.object({ from: dateSchema, to: dateSchema }),
  blocked: myTasks,
  overdue: myTasks,
  this_week: myTasks,
  recently_assigned: myTasks,
  later: myTasks,
})
export type MyWork = z.infer<typeof myWorkSchema>
