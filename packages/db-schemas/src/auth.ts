import {
  boolean,
  date,
  index,
  inet,
  jsonb,
  pgSchema,
  smallint,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { identity, version } from './columns.ts'
import { eventTables } from './event-tables.ts'

export const authSchema = pgSchema('auth')

export const users = authSchema.table(
  'users',
  {
    ...identity,
    /** Lower case, NFC: two spellings of one address are one account. */
    email: text().notNull(),
    display_name: text().notNull(),
    /** PHC string of argon2id; null for a person who cannot sign in with a password. */
    password_hash: text(),
    is_active: boolean().notNull().default(true),
    /** IANA name. Decides which calendar date, and so which week, "today" is for this person. */
    timezone: text().notNull().default('Europe/London'),
    version,
  },
  (table) => [
    uniqueIndex('users_email').on(table.email),
    index('users_by_name').on(table.display_name, table.id),
  ],
)
export type User = typeof users.$inferSelect

export const roles = authSchema.table('roles', {
  ...identity,
  name: text().notNull().unique(),
  description: text().notNull(),
})

export const userRoles = authSchema.table(
  'user_roles',
  {
    ...identity,
    user_id: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'restrict' }),
    role_id: uuid()
      .notNull()
      .references(() => roles.id, { onDelete: 'restrict' }),
  },
  (table) => [uniqueIndex('user_roles_once').on(table.user_id, table.role_id)],
)

export const teams = authSchema.table(
  'teams',
  {
    ...identity,
    name: text().notNull(),
    description: text().notNull().default(''),
    version,
    deleted_at: timestamp({ withTimezone: true }),
  },
  (table) => [uniqueIndex('teams_name').on(table.name)],
)
export type Team = typeof teams.$inferSelect

export const teamMemberships = authSchema.table(
  'team_memberships',
  {
    ...identity,
    team_id: uuid()
      .notNull()
      .references(() => teams.id, { onDelete: 'restrict' }),
    user_id: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'restrict' }),
    is_lead: boolean().notNull().default(false),
  },
  (table) => [
    uniqueIndex('team_memberships_once').on(table.team_id, table.user_id),
    index('team_memberships_of_user').on(table.user_id),
  ],
)

export const skills = authSchema.table(
  'skills',
  { ...identity, name: text().notNull(), category: text().notNull() },
  (table) => [uniqueIndex('skills_name').on(table.name)],
)

export const userSkills = authSchema.table(
  'user_skills',
  {
    ...identity,
    user_id: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'restrict' }),
    skill_id: uuid()
      .notNull()
      .references(() => skills.id, { onDelete: 'restrict' }),
    /** 1 (has seen it) to 5 (others learn it from them). */
    level: smallint().notNull(),
    last_used_on: date(),
  },
  (table) => [
    uniqueIndex('user_skills_once').on(table.user_id, table.skill_id),
    index('user_skills_of_skill').on(table.skill_id),
  ],
)

/** One sign-in on one device: the family that its refresh tokens belong to. */
export const sessions = authSchema.table(
  'sessions',
  {
    ...identity,
    user_id: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'restrict' }),
    user_agent: text().notNull().default(''),
    address: inet(),
    last_seen_at: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** 30 days after sign-in, whatever happens. */
    expires_at: timestamp({ withTimezone: true }).notNull(),
    revoked_at: timestamp({ withTimezone: true }),
    revoked_reason: text(),
  },
  (table) => [index('sessions_of_user').on(table.user_id)],
)
export type Session = typeof sessions.$inferSelect

export const refreshTokens = authSchema.table(
  'refresh_tokens',
  {
    ...identity,
    session_id: uuid()
      .notNull()
      .references(() => sessions.id, { onDelete: 'restrict' }),
    /** SHA-256 of the 32 random bytes, hex. The bytes themselves are never stored. */
    token_hash: text().notNull(),
    /** 14 days after it was issued. */
    expires_at: timestamp({ withTimezone: true }).notNull(),
    rotated_at: timestamp({ withTimezone: true }),
  },
  (table) => [
    uniqueIndex('refresh_tokens_hash').on(table.token_hash),
    index('refresh_tokens_of_session').on(table.session_id),
  ],
)

/** Failed sign-ins of the last 15 minutes, by account and address; older rows are swept. */
export const loginFailures = authSchema.table(
  'login_failures',
  { ...identity, account: text().notNull(), address: inet().notNull() },
  (table) => [index('login_failures_recent').on(table.account, table.address, table.created_at)],
)

/** Append-only: the service's role may insert and read it, nothing more. */
export const auditLog = authSchema.table(
  'audit_log',
  {
    ...identity,
    actor_user_id: uuid(),
    action: text().notNull(),
    object_type: text().notNull(),
    object_id: uuid(),
    detail: jsonb().notNull().default({}),
    correlation_id: text().notNull(),
  },
  (table) => [index('audit_log_recent').on(table.created_at)],
)

export const { outbox, processedEvents, idempotencyKeys } = eventTables(authSchema)
