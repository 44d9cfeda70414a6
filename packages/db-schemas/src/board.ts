import { boolean, index, integer, jsonb, text, uuid } from 'drizzle-orm/pg-core'
import { users } from './auth.ts'
import { identity, version } from './columns.ts'
import { projects } from './projects.ts'
import { projectsSchema, taskStatus } from './projects-schema.ts'

/** A project's columns on the board, each standing for one status; a status may have several. */
export const boardColumns = projectsSchema.table(
  'board_columns',
  {
    ...identity,
    project_id: uuid()
      .notNull()
      .references(() => projects.id, { onDelete: 'restrict' }),
    status: taskStatus().notNull(),
    name: text().notNull(),
    position: integer().notNull(),
    /** How many cards the team wants here at most; null for no limit. */
    wip_limit: integer(),
    /** Whether a card beyond the limit is refused; otherwise the board only says so. */
    wip_blocks: boolean().notNull().default(false),
  },
  (table) => [index('board_columns_of_project').on(table.project_id, table.position)],
)
export type BoardColumn = typeof boardColumns.$inferSelect

/** A filter, order and choice of columns that somebody gave a name. */
export const savedViews = projectsSchema.table(
  'saved_views',
  {
    ...identity,
    project_id: uuid()
      .notNull()
      .references(() => projects.id, { onDelete: 'restrict' }),
    owner_id: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'restrict' }),
    name: text().notNull(),
    /** Everybody who sees the project sees it; only its owner changes it. */
    is_shared: boolean().notNull().default(false),
    /** What the address of the list says. */
    query: jsonb().notNull(),
    version,
  },
  (table) => [index('saved_views_of_project').on(table.project_id, table.owner_id)],
)
