import type { CalendarDay } from '@milepost/api-contracts/calendars'
import { calendarDays, calendars, changeWindows } from '@milepost/db-schemas/calendars'
import type { Db, Tx } from '@milepost/db-schemas/database'
import { and, asc, eq, type SQL, sql } from 'drizzle-orm'
import type { CalendarOwner } from './policy.ts'
import type { Holiday } from './read-ics.ts'

export type Calendar = typeof calendars.$inferSelect
export type ChangeWindow = typeof changeWindows.$inferSelect

function ownedBy(owner: CalendarOwner): SQL {
  if (owner.scope === 'team') return eq(calendars.team_id, owner.team_id)
  if (owner.scope === 'person') return eq(calendars.user_id, owner.user_id)
  return eq(calendars.scope, 'organisation')
}

export async function findCalendar(
  db: Db | Tx,
  owner: CalendarOwner,
): Promise<Calendar | undefined> {
  const [calendar] = await db.select().from(calendars).where(ownedBy(owner))
  return calendar
}

/** The calendar, made if it says nothing yet, and kept from others until the transaction ends. */
export async function lockCalendar(tx: Tx, owner: CalendarOwner): Promise<Calendar> {
  await tx
    .insert(calendars)
    .values({
      scope: owner.scope,
      team_id: owner.scope === 'team' ? owner.team_id : null,
      user_id: owner.scope === 'person' ? owner.user_id : null,
      version: 0,
    })
    .onConflictDoNothing()
  const [calendar] = await tx.select().from(calendars).where(ownedBy(owner)).for('update')
  if (!calendar) throw new Error('a calendar vanished while it was made')
  return calendar
}

/** Counts a change; and sets the weekend, when one is given. */
export async function saveCalendar(
  tx: Tx,
  calendarId: string,
  changes: { weekend?: number[] | null } = {},
): Promise<void> {
  await tx
    .update(calendars)
    .set({ ...changes, version: sql`${calendars.version} + 1` })
    .where(eq(calendars.id, calendarId))
}

/** At most 2,000: a decade of holidays of several countries. */
export async function listDays(db: Db | Tx, calendarId: string): Promise<CalendarDay[]> {
  return db
    .select({ day: calendarDays.day, kind: calendarDays.kind, name: calendarDays.name })
    .from(calendarDays)
    .where(eq(calendarDays.calendar_id, calendarId))
    .orderBy(asc(calendarDays.day))
    .limit(2_000)
}

/** At most 500. */
export async function listWindows(db: Db | Tx, calendarId: string): Promise<ChangeWindow[]> {
  return db
    .select()
    .from(changeWindows)
    .where(eq(changeWindows.calendar_id, calendarId))
    .orderBy(asc(changeWindows.starts_on), asc(changeWindows.id))
    .limit(500)
}

export async function saveDay(tx: Tx, calendarId: string, day: CalendarDay): Promise<void> {
  await tx
    .insert(calendarDays)
    .values({ calendar_id: calendarId, ...day })
    .onConflictDoUpdate({
      target: [calendarDays.calendar_id, calendarDays.day],
      set: { kind: day.kind, name: day.name },
    })
}

/** Answers how many are new or named differently. A day that is worked on all the same stays so. */
export async function addHolidays(
  tx: Tx,
  calendarId: string,
  holidays: readonly Holiday[],
): Promise<number> {
  if (holidays.length === 0) return 0
  const rows = holidays.map((holiday) => ({
    ...holiday,
    calendar_id: calendarId,
    kind: 'holiday' as const,
  }))
  const added = await tx
    .insert(calendarDays)
    .values(rows)
    .onConflictDoUpdate({
      target: [calendarDays.calendar_id, calendarDays.day],
      set: { name: sql`excluded.name` },
      setWhere: sql`${calendarDays.kind} = 'holiday' and ${calendarDays.name} <> excluded.name`,
    })
    .returning({ id: calendarDays.id })
  return added.length
}

/** False when the calendar says nothing about the day. */
export async function removeDay(tx: Tx, calendarId: string, day: string): Promise<boolean> {
  const removed = await tx
    .delete(calendarDays)
    .where(and(eq(calendarDays.calendar_id, calendarId), eq(calendarDays.day, day)))
    .returning({ id: calendarDays.id })
  return removed.length > 0
}
