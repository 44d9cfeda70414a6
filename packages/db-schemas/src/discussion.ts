import { bigint, index, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { users } from './auth.ts'
import { identity, version } from './columns.ts'
import { projectsSchema } from './projects-schema.ts'
import { tasks } from './tasks.ts'

export const taskComments = projectsSchema.table(
  'task_comments',
  {
    ...identity,
    task_id: uuid()
      .notNull()
      .references(() => tasks.id, { onDelete: 'restrict' }),
    author_id: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'restrict' }),
    body: text().notNull(),
    edited_at: timestamp({ withTimezone: true }),
    version,
    deleted_at: timestamp({ withTimezone: true }),
  },
  (table) => [index('task_comments_of_task').on(table.task_id, table.created_at)],
)
export type TaskComment = typeof taskComments.$inferSelect

export const commentReactions = projectsSchema.table(
  'comment_reactions',
  {
    ...identity,
    comment_id: uuid()
      .notNull()
      .references(() => taskComments.id, { onDelete: 'restrict' }),
    user_id: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'restrict' }),
    emoji: text().notNull(),
  },
  (table) => [
    uniqueIndex('comment_reactions_once').on(table.comment_id, table.user_id, table.emoji),
  ],
)

/** A file beside a task. Its bytes are in the storage under `storage_key`. */
export const taskAttachments = projectsSchema.table(
  'task_attachments',
  {
    ...identity,
    task_id: uuid()
      .notNull()
      .references(() => tasks.id, { onDelete: 'restrict' }),
    uploaded_by: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'restrict' }),
    file_name: text().notNull(),
    /** As its first bytes tell, whatever the sender said. */
    content_type: text().notNull(),
    size_bytes: bigint({ mode: 'number' }).notNull(),
    /** Hex. */
    sha256: text().notNull(),
    storage_key: text().notNull(),
    /** Null where there is no small picture of it. */
    thumbnail_key: text(),
    deleted_at: timestamp({ withTimezone: true }),
  },
  (table) => [index('task_attachments_of_task').on(table.task_id, table.created_at)],
)
