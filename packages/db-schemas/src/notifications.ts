import { sql } from 'drizzle-orm'
import {
  boolean,
  index,
  integer,
  jsonb,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { users } from './auth.ts'
import { identity } from './columns.ts'
import { milestones } from './milestones.ts'
import { projects } from './projects.ts'
import { notificationKind, projectsSchema } from './projects-schema.ts'
import { tasks } from './tasks.ts'

/** One line of somebody's inbox. What happens again before it is read counts up the same line. */
export const notifications = projectsSchema.table(
  'notifications',
  {
    ...identity,
    user_id: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'restrict' }),
    kind: notificationKind().notNull(),
    project_id: uuid().references(() => projects.id, { onDelete: 'restrict' }),
    task_id: uuid().references(() => tasks.id, { onDelete: 'restrict' }),
    milestone_id: uuid().references(() => milestones.id, { onDelete: 'restrict' }),
    actor_user_id: uuid().references(() => users.id, { onDelete: 'restrict' }),
    /** What belongs into one line: kind and project, or kind and task. */
    group_key: text().notNull(),
    count: integer().notNull().default(1),
    /** What the line says beside names: dates, statuses, an excerpt. */
    detail: jsonb().notNull().default({}),
    happened_at: timestamp({ withTimezone: true }).notNull().defaultNow(),
    read_at: timestamp({ withTimezone: true }),
    mailed_at: timestamp({ withTimezone: true }),
  },
  (table) => [
    uniqueIndex('notifications_unread_once')
      .on(table.user_id, table.group_key)
      .where(sql`read_at is null`),
    index('notifications_of_user').on(table.user_id, table.happened_at),
  ],
)
export type Notification = typeof notifications.$inferSelect

/** Where a person's wishes differ from the rule: everything in the inbox, everything in the digest. */
export const notificationPreferences = projectsSchema.table(
  'notification_preferences',
  {
    ...identity,
    user_id: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'restrict' }),
    /** Null: for every project without a row of its own. */
    project_id: uuid().references(() => projects.id, { onDelete: 'restrict' }),
    /** Null: for every kind without a row of its own. */
    kind: notificationKind(),
    in_app: boolean().notNull().default(true),
    in_digest: boolean().notNull().default(true),
  },
  (table) => [
    unique('notification_preferences_once')
      .on(table.user_id, table.project_id, table.kind)
      .nullsNotDistinct(),
  ],
)
