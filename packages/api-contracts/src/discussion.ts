import { z } from 'zod'
import { instantSchema, pageOf, pageQueryShape, personRefSchema, versionSchema } from './common.ts'
import { taskStatusSchema } from './tasks.ts'

const body = z.string().trim().min(1).max(10_000)

/** What one may say to a comment without words. Names and not characters: a screen draws them. */
export const reactionSchema = z.enum(['thumbs_up', 'done', 'heart', 'party', 'eyes', 'question'])
export type Reaction = z.infer<typeof reactionSchema>

/** In markdown. A mention is `[@Sara Andersson](mention:<user id>)`. */
export const commentSchema = z.object({
  id: z.uuid(),
  task_id: z.uuid(),
  author: personRefSchema,
  body: z.string(),
  created_at: instantSchema,
  /** When the words were last changed; null while they are the first. */
  edited_at: instantSchema.nullable(),
  /** In the order in which each was first given. */
  reactions: z.array(z.object({ reaction: reactionSchema, people: z.array(personRefSchema) })),
  version: versionSchema,
  can: z.object({ edit: z.boolean(), delete: z.boolean(), react: z.boolean() }),
})
export type CommentView = z.infer<typeof commentSchema>
export const commentPageSchema = pageOf(commentSchema)
export type CommentPage = z.infer<typeof commentPageSchema>
export const listCommentsQuerySchema = z.strictObject(pageQueryShape)
export type ListCommentsQuery = z.infer<typeof listCommentsQuerySchema>
export const createCommentSchema = z.strictObject({ body })
export const updateCommentSchema = z.strictObject({ version: versionSchema, body })
export type UpdateComment = z.infer<typeof updateCommentSchema>

export const commentParamsSchema = z.object({ comment_id: z.uuid() })
export const reactionParamsSchema = commentParamsSchema.extend({ reaction: reactionSchema })

/** A file beside a task. */
export const attachmentSchema = z.object({
  id: z.uuid(),
  task_id: z.uuid(),
  file_name: z.string(),
  /** As its first bytes tell. */
  content_type: z.string(),
  size_bytes: z.int(),
  /** Hexadecimal. */
  sha256: z.string(),
  has_thumbnail: z.boolean(),
  uploaded_by: personRefSchema,
  created_at: instantSchema,
  can: z.object({ delete: z.boolean() }),
})
export type AttachmentView = z.infer<typeof attachmentSchema>

/** At most 500, the newest first. */
export const attachmentListSchema = z.object({
  items: z.array(attachmentSchema),
  /** What one file may have. */
  bytes_max: z.int(),
  can: z.object({ attach: z.boolean() }),
})
export type AttachmentList = z.infer<typeof attachmentListSchema>
export const attachmentParamsSchema = z.object({ attachment_id: z.uuid() })

/** A task as another one refers to it. */
export const taskRefSchema = z.object({
  id: z.uuid(),
  key: z.string(),
  title: z.string(),
  status: taskStatusSchema,
})
export type TaskRef = z.infer<typeof taskRefSchema>

/** What one task is to another, seen from the one whose relations are read. */
export const relationKindSchema = z.enum(['relates', 'duplicates', 'duplicated_by'])
export type RelationKind = z.infer<typeof relationKindSchema>

export const relationSchema = z.object({
  id: z.uuid(),
  kind: relationKindSchema,
  task: taskRefSchema,
})
export type RelationView = z.infer<typeof relationSchema>

/** At most 500, by the number of the other task. */
export const relationListSchema = z.object({
  items: z.array(relationSchema),
  can: z.object({ relate: z.boolean() }),
})
export type RelationList = z.infer<typeof relationListSchema>
export const createRelationSchema = z.strictObject({
  /** Another task of the same project. */
  task_id: z.uuid(),
  kind: relationKindSchema,
})
export type CreateRelation = z.infer<typeof createRelationSchema>
export const relationParamsSchema = z.object({ relation_id: z.uuid() })

/** Who hears about a task beside its assignee. By name, at most 500. */
export const watcherListSchema = z.object({
  items: z.array(personRefSchema),
  can: z.object({ watch: z.boolean() }),
})
export type WatcherList = z.infer<typeof watcherListSchema>

/** A task's place in the breakdown: what it is a part of, topmost first, and its direct subtasks. */
export const hierarchySchema = z.object({
  ancestors: z.array(taskRefSchema),
  /** By number, at most 500. */
  subtasks: z.array(
    taskRefSchema.extend({
      assignee: personRefSchema.nullable(),
      due_date: z.iso.date().nullable(),
      /** Of its own subtasks. */
      subtasks: z.object({ done: z.int(), total: z.int() }),
      version: versionSchema,
      can: z.object({ update: z.boolean() }),
    }),
  ),
  can: z.object({ add: z.boolean(), move: z.boolean() }),
})
export type Hierarchy = z.infer<typeof hierarchySchema>

export const activityKindSchema = z.enum([
  'created',
  'updated',
  'moved',
  'status_changed',
  'deleted',
  'restored',
  'commented',
  'comment_edited',
  'comment_deleted',
  'attached',
  'detached',
])
export type ActivityKind = z.infer<typeof activityKindSchema>

const value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()])

/** One thing that happened, with what it changed. */
export const activitySchema = z.object({
  id: z.uuid(),
  kind: activityKindSchema,
  /** Null for somebody whose account is not known here. */
  actor: personRefSchema.nullable(),
  task: taskRefSchema.omit({ status: true }).extend({ deleted: z.boolean() }),
  /** Ids are answered as the names of what they stand for; long texts are cut at 500 characters. */
  changes: z.array(z.object({ field: z.string(), before: value, after: value })),
  created_at: instantSchema,
})
export type ActivityView = z.infer<typeof activitySchema>
/** The newest first. */
export const activityPageSchema = pageOf(activitySchema)
export type ActivityPage = z.infer<typeof activityPageSchema>
export const listActivityQuerySchema = z.strictObject({
  ...pageQueryShape,
  actor_id: z.uuid().optional(),
  kind: activityKindSchema.optional(),
})
export type ListActivityQuery = z.infer<typeof listActivityQuerySchema>
