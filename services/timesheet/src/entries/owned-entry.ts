import type { Db, Tx } from '@milepost/db-schemas/database'
import type { Actor } from '@milepost/service-kit/authentication'
import { canSeeTimeOf, canWriteTimeOf } from '#people/policy.ts'
import { listTeamIds } from '#people/queries.ts'
import { findEntry, type TeamEntry } from './queries.ts'

/** An entry with the teams of the person whose it is: what a policy needs to decide. */
export type OwnedEntry = TeamEntry & { owner: { id: string; team_ids: string[] } }

export async function findOwnedEntry(
  db: Db | Tx,
  entryId: string,
): Promise<OwnedEntry | undefined> {
  const entry = await findEntry(db, entryId)
  if (!entry) return undefined
  const { user_id: id } = entry
  return { ...entry, owner: { id, team_ids: await listTeamIds(db, id) } }
}

/** Approving is not editing: who may see an entry may not for that reason change it. */
export const writingOf = {
  see: (actor: Actor, { owner }: OwnedEntry) => canSeeTimeOf(actor, owner),
  may: (actor: Actor, { owner }: OwnedEntry) => canWriteTimeOf(actor, owner),
  missing: 'There is no such entry.',
}
