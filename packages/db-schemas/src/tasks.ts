import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  date,
  index,
  integer,
  jsonb,
  smallint,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { users } from './auth.ts'
import { boardColumns } from './board.ts'
import { identity, version } from './columns.ts'
import { milestones } from './milestones.ts'
import { categories, projects } from './projects.ts'
import {
  ltree,
  projectsSchema,
  relationKind,
  taskPriority,
  taskStatus,
  tsvector,
} from './projects-schema.ts'

/** Work that comes back: each date of the rule becomes a task once. */
export const recurringTasks = projectsSchema.table(
  'recurring_tasks',
  {
    ...identity,
    project_id: uuid()
      .notNull()
      .references(() => projects.id, { onDelete: 'restrict' }),
    title: text().notNull(),
    /** The fields of the tasks it makes, as creating one takes them. */
    fields: jsonb().notNull(),
    /** RFC 5545: "FREQ=MONTHLY;BYDAY=2TU" */
    rule: text().notNull(),
    starts_on: date().notNull(),
    /** How many days before its date a task is made. */
    lead_days: integer().notNull().default(7),
    /** The next date without a task; null when the rule has ended. */
    next_on: date(),
    version,
    deleted_at: timestamp({ withTimezone: true }),
  },
  (table) => [
    index('recurring_tasks_of_project').on(table.project_id),
    index('recurring_tasks_due').on(table.next_on).where(sql`deleted_at is null`),
  ],
)

export const tasks = projectsSchema.table(
  'tasks',
  {
    ...identity,
    project_id: uuid()
      .notNull()
      .references(() => projects.id, { onDelete: 'restrict' }),
    /** Counts from 1 in its project; with the project's key it is what people call the task. */
    number: integer().notNull(),
    parent_task_id: uuid().references((): AnyPgColumn => tasks.id, { onDelete: 'restrict' }),
    /** Ids from the topmost ancestor down to this task, dash-less, joined by dots. */
    path: ltree().notNull(),
    title: text().notNull(),
    description: text().notNull().default(''),
    status: taskStatus().notNull(),
    /** The column among those of its status; null stands for the first of them. */
    column_id: uuid().references(() => boardColumns.id, { onDelete: 'restrict' }),
    /** Orders the cards of one status, over all of its columns. A migration gives it COLLATE "C": a language's collation sorts 'a0' before 'Zz', a rank must not. */
    rank: text().notNull(),
    priority: taskPriority().notNull().default('medium'),
    assignee_id: uuid().references(() => users.id, { onDelete: 'restrict' }),
    category_id: uuid().references(() => categories.id, { onDelete: 'restrict' }),
    milestone_id: uuid().references(() => milestones.id, { onDelete: 'restrict' }),
    estimate_minutes: integer(),
    remaining_minutes: integer(),
    start_date: date(),
    due_date: date(),
    /** Scheduling never starts it earlier. */
    not_before: date(),
    /** Scheduling never moves it. */
    is_pinned: boolean().notNull().default(false),
    /** Progress as the assignee reported it, 0–100. A done task counts as 100 whatever this says. */
    completion_percentage: integer().notNull().default(0),
    labels: text().array().notNull().default([]),
    blocked_reason: text(),
    blocked_since: timestamp({ withTimezone: true }),
    /** When it took its present status; a card's age counts from here. */
    status_changed_at: timestamp({ withTimezone: true }).notNull().defaultNow(),
    completed_at: timestamp({ withTimezone: true }),
    /** Direct subtasks that are not deleted, and how many of them are done. A leaf has none. */
    child_count: integer().notNull().default(0),
    child_done_count: integer().notNull().default(0),
    recurring_task_id: uuid().references(() => recurringTasks.id, { onDelete: 'restrict' }),
    /** The date of the series it was made for. */
    occurrence_on: date(),
    version,
    deleted_at: timestamp({ withTimezone: true }),
    /** The task whose deletion took this one along; restoring it brings back exactly these. */
    deleted_with: uuid(),
  },
  (table) => [
    uniqueIndex('tasks_rank_in_column')
      .on(table.project_id, table.status, table.rank)
      .where(sql`deleted_at is null`),
    uniqueIndex('tasks_occurrence').on(table.recurring_task_id, table.occurrence_on),
    uniqueIndex('tasks_number').on(table.project_id, table.number),
    index('tasks_of_parent').on(table.parent_task_id),
    index('tasks_of_assignee').on(table.assignee_id, table.status),
    index('tasks_trash').on(table.project_id, table.deleted_at).where(sql`deleted_at is not null`),
    index('tasks_of_milestone').on(table.milestone_id),
    index('tasks_open_by_due')
      .on(table.project_id, table.due_date)
      .where(sql`deleted_at is null and status not in ('done', 'cancelled')`),
    // What finished work is counted from, week by week, without a look at the tasks themselves.
    index('tasks_completed')
      .on(table.project_id, table.completed_at)
      .where(sql`deleted_at is null and child_count = 0 and completed_at is not null`),
  ],
)
export type Task = typeof tasks.$inferSelect

/** What is not about time: the blocking ones are `task_dependencies`. */
export const taskRelations = projectsSchema.table(
  'task_relations',
  {
    ...identity,
    task_id: uuid()
      .notNull()
      .references(() => tasks.id, { onDelete: 'restrict' }),
    other_id: uuid()
      .notNull()
      .references(() => tasks.id, { onDelete: 'restrict' }),
    kind: relationKind().notNull(),
  },
  (table) => [
    uniqueIndex('task_relations_once').on(table.task_id, table.other_id, table.kind),
    index('task_relations_of_other').on(table.other_id),
  ],
)

/** Who wants to hear about a task beside its assignee. */
export const taskWatchers = projectsSchema.table(
  'task_watchers',
  {
    ...identity,
    task_id: uuid()
      .notNull()
      .references(() => tasks.id, { onDelete: 'restrict' }),
    user_id: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'restrict' }),
  },
  (table) => [uniqueIndex('task_watchers_once').on(table.task_id, table.user_id)],
)

/** What doing a task takes. No foreign key to the skill: those cross schemas only to users and projects. */
export const taskSkills = projectsSchema.table(
  'task_skills',
  {
    ...identity,
    task_id: uuid()
      .notNull()
      .references(() => tasks.id, { onDelete: 'restrict' }),
    skill_id: uuid().notNull(),
    /** 1 to 5, as people's. */
    level: smallint().notNull(),
  },
  (table) => [uniqueIndex('task_skills_once').on(table.task_id, table.skill_id)],
)

/** Which task came from which row of which file, so that a second import changes instead of doubling. */
export const importedItems = projectsSchema.table(
  'imported_items',
  {
    ...identity,
    project_id: uuid()
      .notNull()
      .references(() => projects.id, { onDelete: 'restrict' }),
    source: text().notNull(),
    external_key: text().notNull(),
    task_id: uuid().references(() => tasks.id, { onDelete: 'restrict' }),
    milestone_id: uuid().references(() => milestones.id, { onDelete: 'restrict' }),
  },
  (table) => [
    uniqueIndex('imported_items_once').on(table.project_id, table.source, table.external_key),
  ],
)

/** What a search looks into. A trigger keeps it: a move on the board leaves these indexes alone. */
export const taskTexts = projectsSchema.table(
  'task_texts',
  {
    task_id: uuid()
      .primaryKey()
      .references(() => tasks.id, { onDelete: 'cascade' }),
    /** In small letters, of every alphabet. */
    title: text().notNull(),
    /** Of the title and the description, in small letters and as written: projects speak more than one language. */
    words: tsvector().notNull(),
  },
  (table) => [
    index('task_texts_title').using('gin', table.title.op('gin_trgm_ops')),
    index('task_texts_words').using('gin', table.words),
  ],
)
