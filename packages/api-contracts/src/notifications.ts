import { z } from 'zod'
import { instantSchema, pageOf, pageQueryShape, personRefSchema } from './common.ts'

export const notificationKindSchema = z.enum([
  'assigned',
  'mentioned',
  'commented',
  'blocked',
  'status_changed',
  'due_soon',
  'milestone_moved',
  'week_decided',
])
export type NotificationKind = z.infer<typeof notificationKindSchema>

/** One line of one's own inbox. */
export const notificationSchema = z.object({
  id: z.uuid(),
  kind: notificationKindSchema,
  project: z.object({ id: z.uuid(), key: z.string(), name: z.string() }).nullable(),
  task: z.object({ id: z.uuid(), key: z.string(), title: z.string() }).nullable(),
  milestone: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  /** Who did it last; null when only a date came near. */
  actor: personRefSchema.nullable(),
  /** How often it happened since the line was last read. */
  count: z.int().positive(),
  /** Dates, a status, an excerpt: what the kind has to say. */
  detail: z.record(z.string(), z.string().nullable()),
  happened_at: instantSchema,
  read: z.boolean(),
})
export type NotificationView = z.infer<typeof notificationSchema>

/** `unread_count` stops at 100. */
export const notificationPageSchema = pageOf(notificationSchema).extend({ unread_count: z.int() })

export const listNotificationsQuerySchema = z.strictObject({
  ...pageQueryShape,
  unread: z.enum(['true', 'false']).optional(),
})
export type ListNotificationsQuery = z.infer<typeof listNotificationsQuerySchema>

/** These lines; or every line up to the moment the reader looked. */
export const markNotificationsSchema = z.union([
  z.strictObject({ ids: z.array(z.uuid()).min(1).max(200), read: z.boolean() }),
  z.strictObject({ all_until: instantSchema, read: z.literal(true) }),
])
export type MarkNotifications = z.infer<typeof markNotificationsSchema>
export const unreadCountSchema = z.object({ unread_count: z.int() })

/** Null stands for every project, or every kind, without a line of its own. */
export const notificationPreferenceSchema = z.strictObject({
  project_id: z.uuid().nullable(),
  kind: notificationKindSchema.nullable(),
  in_app: z.boolean(),
  in_digest: z.boolean(),
})
export type NotificationPreference = z.infer<typeof notificationPreferenceSchema>

export const notificationPreferencesSchema = z.strictObject({
  items: z.array(notificationPreferenceSchema).max(500),
})
export type NotificationPreferences = z.infer<typeof notificationPreferencesSchema>
