import { date, integer, pgSchema, text, timestamp, uuid } from 'drizzle-orm/pg-core'

// The columns of other services' tables that our role is granted to read, and that we do read.
// docs/decisions/2026-11-22-timesheet-reads-tasks.md says why.

const auth = pgSchema('auth')

export const users = auth.table('users', {
  id: uuid().primaryKey(),
  display_name: text().notNull(),
  timezone: text().notNull(),
})

export const teams = auth.table('teams', {
  id: uuid().primaryKey(),
  deleted_at: timestamp({ withTimezone: true }),
})

export const teamMemberships = auth.table('team_memberships', {
  team_id: uuid().notNull(),
  user_id: uuid().notNull(),
})

const portfolio = pgSchema('projects')

export const projects = portfolio.table('projects', {
  id: uuid().primaryKey(),
  key: text().notNull(),
  name: text().notNull(),
  team_id: uuid().notNull(),
  deleted_at: timestamp({ withTimezone: true }),
})
export type Project = typeof projects.$inferSelect

export const tasks = portfolio.table('tasks', {
  id: uuid().primaryKey(),
  project_id: uuid().notNull(),
  number: integer().notNull(),
  title: text().notNull(),
  status: text().notNull(),
  assignee_id: uuid(),
  due_date: date(),
  deleted_at: timestamp({ withTimezone: true }),
})
export type Task = typeof tasks.$inferSelect
