import { sql } from 'drizzle-orm'
import { check, date, index, smallint, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { authSchema, teams, users } from './auth.ts'
import { identity, version } from './columns.ts'

export const calendarScope = authSchema.enum('calendar_scope', ['organisation', 'team', 'person'])
export const calendarDayKind = authSchema.enum('calendar_day_kind', ['holiday', 'working'])
export const changeWindowKind = authSchema.enum('change_window_kind', ['freeze', 'maintenance'])

/** When people work: the organisation's, of which a team's and a person's say only what differs. */
export const calendars = authSchema.table(
  'calendars',
  {
    ...identity,
    scope: calendarScope().notNull(),
    team_id: uuid().references(() => teams.id, { onDelete: 'restrict' }),
    user_id: uuid().references(() => users.id, { onDelete: 'restrict' }),
    /** ISO weekdays, 1 for Monday; null takes over the wider calendar's. */
    weekend: smallint().array(),
    version,
  },
  (table) => [
    uniqueIndex('calendars_of_organisation').on(table.scope).where(sql`scope = 'organisation'`),
    uniqueIndex('calendars_of_team').on(table.team_id),
    uniqueIndex('calendars_of_person').on(table.user_id),
    check(
      'calendars_owner',
      sql`(team_id is not null) = (scope = 'team') and (user_id is not null) = (scope = 'person')`,
    ),
  ],
)

/** A day that differs from its weekday: closed, or worked on. Absences are the timesheets'. */
export const calendarDays = authSchema.table(
  'calendar_days',
  {
    ...identity,
    calendar_id: uuid()
      .notNull()
      .references(() => calendars.id, { onDelete: 'restrict' }),
    day: date().notNull(),
    kind: calendarDayKind().notNull(),
    name: text().notNull(),
  },
  (table) => [uniqueIndex('calendar_days_once').on(table.calendar_id, table.day)],
)

/** Days, both included, in which changes are forbidden or in which they belong. */
export const changeWindows = authSchema.table(
  'change_windows',
  {
    ...identity,
    calendar_id: uuid()
      .notNull()
      .references(() => calendars.id, { onDelete: 'restrict' }),
    kind: changeWindowKind().notNull(),
    name: text().notNull(),
    starts_on: date().notNull(),
    ends_on: date().notNull(),
  },
  (table) => [
    index('change_windows_of_calendar').on(table.calendar_id, table.starts_on),
    check('change_windows_order', sql`starts_on <= ends_on`),
  ],
)
