import type {
  CalendarDay,
  CalendarView,
  ImportedCalendar,
  SetWeekend,
} from '@milepost/api-contracts/calendars'
import type { Db, Tx } from '@milepost/db-schemas/database'
import { admit } from '@milepost/service-kit/admit'
import type { Actor } from '@milepost/service-kit/authentication'
import { conflict, invalidRequest, notFound } from '@milepost/service-kit/problem'
import { type CalendarOwner, calendarPolicy, canUpdateCalendar } from './policy.ts'
import {
  addHolidays,
  type Calendar,
  lockCalendar,
  removeDay,
  saveCalendar,
  saveDay,
} from './queries.ts'
import { readCalendar } from './read-calendar.ts'
import { readIcs } from './read-ics.ts'

interface Where {
  actor: Actor
  owner: CalendarOwner
}

/** One change of a calendar: asked whether the actor may, locked, made, counted. */
async function change<Result>(
  db: Db,
  { actor, owner }: Where,
  make: (tx: Tx, calendar: Calendar) => Promise<Result>,
): Promise<{ calendar: CalendarView; result: Result }> {
  return db.transaction(async (tx) => {
    admit(actor, owner, { ...calendarPolicy(owner.scope), may: canUpdateCalendar })
    const result = await make(tx, await lockCalendar(tx, owner))
    return { calendar: await readCalendar(tx, actor, owner), result }
  })
}

/** Says on which days of the week nobody works. */
export async function setWeekend(db: Db, where: Where, { version, weekend }: SetWeekend) {
  const { calendar } = await change(db, where, async (tx, { id, version: current }) => {
    if (version !== current) {
      const { actor, owner } = where
      throw calendarChanged(await readCalendar(tx, actor, owner))
    }
    await saveCalendar(tx, id, { weekend })
  })
  return calendar
}

/** Closes a day, or opens one that would be closed. */
export async function setDay(db: Db, where: Where, day: CalendarDay) {
  const { calendar } = await change(db, where, async (tx, { id }) => {
    await saveDay(tx, id, day)
    await saveCalendar(tx, id)
  })
  return calendar
}

/** Makes a day an ordinary one again. */
export async function unsetDay(db: Db, where: Where, day: string) {
  await change(db, where, async (tx, { id }) => {
    if (!(await removeDay(tx, id, day))) throw notFound('The calendar says nothing about this day.')
    await saveCalendar(tx, id)
  })
}

const daysMax = 2_000

/** Takes over the closed days of an iCalendar file; sent again, it changes nothing. */
export async function importHolidays(
  db: Db,
  where: Where,
  { ics, today }: { ics: string; today: string },
): Promise<ImportedCalendar> {
  const { holidays, skipped } = readIcs(ics, today)
  if (holidays.length > daysMax) {
    throw invalidRequest([{ pointer: '#/ics', detail: `At most ${daysMax} days.` }])
  }
  const { calendar, result } = await change(db, where, async (tx, { id }) => {
    const imported = await addHolidays(tx, id, holidays)
    if (imported > 0) await saveCalendar(tx, id)
    return imported
  })
  return { imported: result, skipped, calendar }
}

/** 409 with the calendar as it is now. */
const calendarChanged = (current: unknown) =>
  conflict('calendar-changed', 'Someone changed this calendar meanwhile.', current)
