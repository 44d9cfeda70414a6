import type { CalendarView } from '@milepost/api-contracts/calendars'
import type { Db, Tx } from '@milepost/db-schemas/database'
import type { Actor } from '@milepost/service-kit/authentication'
import type { CalendarOwner } from './policy.ts'
import { presentCalendar } from './present.ts'
import { findCalendar, listDays, listWindows } from './queries.ts'

/** What a calendar says of its own. */
export async function readCalendar(
  db: Db | Tx,
  actor: Actor,
  owner: CalendarOwner,
): Promise<CalendarView> {
  const calendar = await findCalendar(db, owner)
  const days = calendar ? await listDays(db, calendar.id) : []
  const windows = calendar ? await listWindows(db, calendar.id) : []
  return presentCalendar(actor, owner, { calendar, days, windows })
}
