import { z } from 'zod'
import { dateSchema } from './common.ts'
import { taskPrioritySchema, taskStatusSchema } from './tasks.ts'

/** `json` is Milepost's own export, `mspdi` is MS Project's XML, `jira` is the CSV of a Jira search. */
export const importKindSchema = z.enum(['csv', 'xlsx', 'mspdi', 'jira', 'json'])
export type ImportKind = z.infer<typeof importKindSchema>

/** What a column of a table can say about a task. */
export const importFieldSchema = z.enum([
  'external_key',
  'title',
  'parent',
  'wbs',
  'outline_level',
  'description',
  'status',
  'priority',
  'assignee',
  'category',
  'milestone',
  'labels',
  'start_date',
  'due_date',
  'not_before',
  'estimate',
  'remaining',
  'completion_percentage',
  'completed_on',
  'blocked_reason',
  'predecessors',
  'blocks',
])
export type ImportField = z.infer<typeof importFieldSchema>

/** 10 MiB, as base64 writes them. */
const contentMax = Math.ceil((10 * 1024 * 1024) / 3) * 4

export const importFileSchema = z.strictObject({
  kind: importKindSchema,
  file_name: z.string().trim().min(1).max(255),
  /** The file's bytes in base64; 10 MiB and 10,000 tasks at most. */
  content: z.string().min(1).max(contentMax),
  /** What each column says, by its place; null for nothing. Suggested when left out. Tables only. */
  mapping: z.array(importFieldSchema.nullable()).max(300).optional(),
})
export type ImportFile = z.infer<typeof importFileSchema>

const outcomeSchema = z.enum(['new', 'changed', 'unchanged'])
const outcomeCountsSchema = z.object({ new: z.int(), changed: z.int(), unchanged: z.int() })

export const importCountsSchema = z.object({
  tasks: outcomeCountsSchema,
  milestones: outcomeCountsSchema,
  links: outcomeCountsSchema,
  baselines: z.int(),
})
export type ImportCounts = z.infer<typeof importCountsSchema>

export const importPreviewSchema = z.object({
  /** Of a table, in their order, with what each would be taken for. */
  columns: z.array(
    z.object({
      name: z.string(),
      samples: z.array(z.string()),
      field: importFieldSchema.nullable(),
    }),
  ),
  counts: importCountsSchema,
  /** The first ones, as they would be. */
  tasks: z.array(
    z.object({
      line: z.int().nullable(),
      /** 0 at the top of the breakdown. */
      level: z.int(),
      title: z.string(),
      status: taskStatusSchema,
      priority: taskPrioritySchema,
      assignee: z.string().nullable(),
      milestone: z.string().nullable(),
      start_date: dateSchema.nullable(),
      due_date: dateSchema.nullable(),
      estimate_minutes: z.int().nullable(),
      outcome: outcomeSchema,
    }),
  ),
  milestones: z.array(z.object({ name: z.string(), due_date: dateSchema, outcome: outcomeSchema })),
  /** What the file says and the project will not, and how often. */
  losses: z.array(z.object({ what: z.string(), detail: z.string(), count: z.int() })),
  /** While there is one, nothing can be imported. */
  errors: z.array(z.object({ line: z.int().nullable(), detail: z.string() })),
})
export type ImportPreview = z.infer<typeof importPreviewSchema>

export const importResultSchema = z.object({
  counts: importCountsSchema,
  /** Undoes what it did to tasks; null when it did nothing to any. */
  change_set_id: z.uuid().nullable(),
})
export type ImportResult = z.infer<typeof importResultSchema>

export const exportQuerySchema = z.strictObject({
  format: z.enum(['json', 'mspdi', 'csv', 'xlsx']).default('json'),
})
export type ExportFormat = z.infer<typeof exportQuerySchema>['format']
