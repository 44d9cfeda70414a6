import type { Db } from '@milepost/db-schemas/database'
import type { Actor } from '@milepost/service-kit/authentication'
import { findOwnSession } from './own-session.ts'
import { revokeSession } from './queries.ts'

interface SignOutCommand {
  actor: Actor
  /** Says which session; without it there is none that we could end. */
  token: string | undefined
  now?: Date
}

/** Ends the session that a refresh token belongs to, if it is the actor's own. */
export async function signOut(
  db: Db,
  { actor, token, now = new Date() }: SignOutCommand,
): Promise<void> {
  const session = await findOwnSession(db, { userId: actor.id, token })
  if (session) await revokeSession(db, session.id, 'signed_out', now)
}
