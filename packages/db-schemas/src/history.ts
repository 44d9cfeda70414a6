import { index, jsonb, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { users } from './auth.ts'
import { identity } from './columns.ts'
import { projects } from './projects.ts'
import { projectsSchema } from './projects-schema.ts'
import { tasks } from './tasks.ts'

/** What happened to a task, field by field. Rows are only ever added. */
export const taskActivityLog = projectsSchema.table(
  'task_activity_log',
  {
    ...identity,
    project_id: uuid()
      .notNull()
      .references(() => projects.id, { onDelete: 'restrict' }),
    task_id: uuid()
      .notNull()
      .references(() => tasks.id, { onDelete: 'restrict' }),
    actor_user_id: uuid().notNull(),
    kind: text().notNull(),
    /** `{ field: [before, after] }` */
    changes: jsonb().notNull().default({}),
    correlation_id: text().notNull(),
  },
  (table) => [
    index('task_activity_of_task').on(table.task_id, table.created_at),
    index('task_activity_of_project').on(table.project_id, table.created_at),
  ],
)

/** Many changes that were made as one, and are undone as one. */
export const changeSets = projectsSchema.table(
  'change_sets',
  {
    ...identity,
    project_id: uuid()
      .notNull()
      .references(() => projects.id, { onDelete: 'restrict' }),
    actor_user_id: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'restrict' }),
    /** "bulk_edit", "reschedule", "import" */
    kind: text().notNull(),
    /** `[{ task_id, version, before, after }]`, with the version each task had afterwards. */
    changes: jsonb().notNull(),
    undone_at: timestamp({ withTimezone: true }),
  },
  (table) => [index('change_sets_of_project').on(table.project_id, table.created_at)],
)
