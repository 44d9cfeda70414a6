import type { CreateWindow } from '@milepost/api-contracts/calendars'
import { calendars, changeWindows } from '@milepost/db-schemas/calendars'
import type { Db, Tx } from '@milepost/db-schemas/database'
import { admit } from '@milepost/service-kit/admit'
import type { Actor } from '@milepost/service-kit/authentication'
import { eq, getTableColumns } from 'drizzle-orm'
import { type CalendarOwner, calendarPolicy, canSeeCalendar, canUpdateCalendar } from './policy.ts'
import { type ChangeWindow, lockCalendar, saveCalendar } from './queries.ts'

/** A window with whose it is. */
export type OwnedWindow = ChangeWindow & { owner: CalendarOwner }

export async function findWindow(db: Db | Tx, windowId: string): Promise<OwnedWindow | undefined> {
  const [row] = await db
    .select({ ...getTableColumns(changeWindows), team_id: calendars.team_id })
    .from(changeWindows)
    .innerJoin(calendars, eq(calendars.id, changeWindows.calendar_id))
    .where(eq(changeWindows.id, windowId))
  if (!row) return undefined
  const { team_id, ...window } = row
  const owner: CalendarOwner =
    team_id === null ? { scope: 'organisation' } : { scope: 'team', team_id }
  return { ...window, owner }
}

export const windowPolicy = {
  see: (actor: Actor, { owner }: OwnedWindow) => canSeeCalendar(actor, owner),
  may: (actor: Actor, { owner }: OwnedWindow) => canUpdateCalendar(actor, owner),
  missing: 'There is no such window.',
}

interface Where {
  actor: Actor
  owner: CalendarOwner
}

/** Adds days in which changes are forbidden, or in which they belong. */
export async function addWindow(
  tx: Tx,
  { actor, owner }: Where,
  input: CreateWindow,
): Promise<ChangeWindow> {
  admit(actor, owner, { ...calendarPolicy(owner.scope), may: canUpdateCalendar })
  const { id } = await lockCalendar(tx, owner)
  const [added] = await tx
    .insert(changeWindows)
    .values({ calendar_id: id, ...input })
    .returning()
  if (!added) throw new Error('insert returned nothing')
  await saveCalendar(tx, id)
  return added
}

interface Which {
  actor: Actor
  window: OwnedWindow
}

export async function updateWindow(
  db: Db,
  { actor, window }: Which,
  input: CreateWindow,
): Promise<ChangeWindow> {
  return db.transaction(async (tx) => {
    await lockWindow(tx, { actor, window })
    const [saved] = await tx
      .update(changeWindows)
      .set(input)
      .where(eq(changeWindows.id, window.id))
      .returning()
    if (!saved) throw new Error(`window ${window.id} vanished while its calendar was locked`)
    return saved
  })
}

export async function removeWindow(db: Db, { actor, window }: Which): Promise<void> {
  await db.transaction(async (tx) => {
    await lockWindow(tx, { actor, window })
    await tx.delete(changeWindows).where(eq(changeWindows.id, window.id))
  })
}

async function lockWindow(tx: Tx, { actor, window }: Which): Promise<void> {
  const { id } = await lockCalendar(tx, window.owner)
  admit(actor, await findWindow(tx, window.id), windowPolicy)
  await saveCalendar(tx, id)
}
