import type { UpdateEntry } from '@milepost/api-contracts/timesheets'
import type { Db } from '@milepost/db-schemas/database'
import { admit } from '@milepost/service-kit/admit'
import type { Actor } from '@milepost/service-kit/authentication'
import { conflict } from '@milepost/service-kit/problem'
import { lockWeek } from '#weekly/queries.ts'
import { refuseLocked } from '#weekly/week-lock.ts'
import { mondayOf } from '#weeks/iso-week.ts'
import { refuseOverfullDay } from './day.ts'
import { findOwnedEntry, writingOf } from './owned-entry.ts'
import { presentEntry } from './present.ts'
import { findEntry, saveEntry, sumDay, type TeamEntry } from './queries.ts'

interface ChangeEntryCommand {
  actor: Actor
  entryId: string
  update: UpdateEntry
  now: Date
}

/** Changes the actor's own entry; no minutes remove it. */
export async function changeEntry(
  db: Db,
  { actor, entryId, update, now }: ChangeEntryCommand,
): Promise<TeamEntry> {
  return db.transaction(async (tx) => {
    const before = admit(actor, await findOwnedEntry(tx, entryId), writingOf)
    const { user_id, work_date } = before
    const week = await lockWeek(tx, { user_id, week_start: mondayOf(work_date) })
    // Again, now that nobody else writes this week.
    const entry = await findEntry(tx, entryId)
    if (!entry) return admit(actor, undefined, writingOf)
    refuseLocked(week)
    if (entry.version !== update.version) {
      const current = presentEntry(actor, entry)
      throw conflict('entry-changed', 'This entry was changed elsewhere.', current)
    }

    const { minutes = entry.minutes, note = entry.note } = update
    if (minutes === 0) return saveEntry(tx, entry, { note, deleted_at: now })
    refuseOverfullDay(await sumDay(tx, entry, entry.id), minutes)
    return saveEntry(tx, entry, { minutes, note })
  })
}
