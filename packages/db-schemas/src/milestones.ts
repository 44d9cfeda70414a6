import { date, index, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { users } from './auth.ts'
import { identity, version } from './columns.ts'
import { projects } from './projects.ts'
import { milestoneStatus, projectsSchema } from './projects-schema.ts'

export const milestones = projectsSchema.table(
  'milestones',
  {
    ...identity,
    project_id: uuid()
      .notNull()
      .references(() => projects.id, { onDelete: 'restrict' }),
    name: text().notNull(),
    description: text().notNull().default(''),
    due_date: date().notNull(),
    /** The date first promised. Moving a milestone never changes it. */
    original_due_date: date().notNull(),
    status: milestoneStatus().notNull().default('upcoming'),
    achieved_on: date(),
    version,
    deleted_at: timestamp({ withTimezone: true }),
  },
  (table) => [
    index('milestones_of_project').on(table.project_id, table.due_date),
    index('milestones_by_date').on(table.due_date),
  ],
)
export type Milestone = typeof milestones.$inferSelect

/** Every date a milestone ever had. Rows are only ever added. */
export const milestoneDates = projectsSchema.table(
  'milestone_dates',
  {
    ...identity,
    milestone_id: uuid()
      .notNull()
      .references(() => milestones.id, { onDelete: 'restrict' }),
    due_date: date().notNull(),
    changed_by: uuid().references(() => users.id, { onDelete: 'restrict' }),
  },
  (table) => [index('milestone_dates_of_milestone').on(table.milestone_id, table.created_at)],
)
