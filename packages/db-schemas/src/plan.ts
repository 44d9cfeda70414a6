import { date, index, integer, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { users } from './auth.ts'
import { identity } from './columns.ts'
import { milestones } from './milestones.ts'
import { projects } from './projects.ts'
import { dependencyType, projectsSchema } from './projects-schema.ts'
import { tasks } from './tasks.ts'

export const taskDependencies = projectsSchema.table(
  'task_dependencies',
  {
    ...identity,
    /** The successor's; the predecessor may be in another one. */
    project_id: uuid()
      .notNull()
      .references(() => projects.id, { onDelete: 'restrict' }),
    predecessor_id: uuid()
      .notNull()
      .references(() => tasks.id, { onDelete: 'restrict' }),
    successor_id: uuid()
      .notNull()
      .references(() => tasks.id, { onDelete: 'restrict' }),
    type: dependencyType().notNull().default('FS'),
    /** Waiting time after the link, in working minutes; negative for an overlap. */
    lag_minutes: integer().notNull().default(0),
  },
  (table) => [
    uniqueIndex('task_dependencies_once').on(table.predecessor_id, table.successor_id),
    index('task_dependencies_of_successor').on(table.successor_id),
    index('task_dependencies_of_project').on(table.project_id),
  ],
)

/** The plan as it was when it was agreed. Never changed afterwards. */
export const projectBaselines = projectsSchema.table(
  'project_baselines',
  {
    ...identity,
    project_id: uuid()
      .notNull()
      .references(() => projects.id, { onDelete: 'restrict' }),
    name: text().notNull(),
    reason: text().notNull(),
    start_date: date().notNull(),
    finish_date: date().notNull(),
    taken_by: uuid().references(() => users.id, { onDelete: 'restrict' }),
  },
  (table) => [index('project_baselines_of_project').on(table.project_id, table.created_at)],
)
export type ProjectBaseline = typeof projectBaselines.$inferSelect

export const baselineItems = projectsSchema.table(
  'baseline_items',
  {
    ...identity,
    baseline_id: uuid()
      .notNull()
      .references(() => projectBaselines.id, { onDelete: 'restrict' }),
    task_id: uuid().references(() => tasks.id, { onDelete: 'restrict' }),
    milestone_id: uuid().references(() => milestones.id, { onDelete: 'restrict' }),
    start_date: date(),
    finish_date: date().notNull(),
    estimate_minutes: integer(),
  },
  (table) => [index('baseline_items_of_baseline').on(table.baseline_id)],
)
