import type { Session } from '@milepost/db-schemas/auth'
import type { Db, Tx } from '@milepost/db-schemas/database'
import { Problem } from '@milepost/service-kit/problem'
import { recordAudit } from '#audit/record-audit.ts'
import { findPerson, type Person } from '#people/queries.ts'
import {
  addToken,
  findToken,
  lockSession,
  type RefreshToken,
  revokeSession,
  saveRotation,
} from './queries.ts'
import { hashOfToken, isRefreshToken, successorOf } from './refresh-token.ts'
import { tokenEnd, useOf } from './session-life.ts'
import type { OpenedSession } from './sign-in.ts'

interface RefreshCommand {
  /** What the caller shows, whatever it is. */
  token: string | undefined
  successorKey: Buffer
  correlationId: string
  now?: Date
}

/**
 * Changes a refresh token for the next one. The token before it gets the same answer for a moment, so
 * that two tabs never sign each other out; any older one means that a copy is about, and ends the session.
 */
export async function refreshSession(
  db: Db,
  { token, successorKey, correlationId, now = new Date() }: RefreshCommand,
): Promise<OpenedSession> {
  if (token === undefined || !isRefreshToken(token)) throw sessionOver()
  const shown = await findToken(db, hashOfToken(token))
  if (!shown) throw sessionOver()

  const refreshToken = successorOf(successorKey, { id: shown.id, token })
  // Refusals are returned, not thrown: a revocation has to be committed.
  const person = await db.transaction(async (tx) => {
    const session = await lockSession(tx, shown.session_id)
    if (!session || session.revoked_at !== null || session.expires_at <= now) return undefined
    return useToken(tx, { hash: shown.token_hash, session, refreshToken, correlationId, now })
  })
  if (!person) throw sessionOver()
  return { person, refreshToken }
}

interface Use {
  hash: string
  session: Session
  /** What the token shown is followed by. */
  refreshToken: string
  correlationId: string
  now: Date
}

async function useToken(
  tx: Tx,
  { hash, session, refreshToken, correlationId, now }: Use,
): Promise<Person | undefined> {
  const person = await findPerson(tx, session.user_id)
  if (!person?.is_active) {
    await revokeSession(tx, session.id, 'deactivated', now)
    return undefined
  }
  // Again, now that nobody else can be rotating it.
  const token = await findToken(tx, hash)
  if (!token) return undefined

  switch (useOf(token, await findToken(tx, hashOfToken(refreshToken)), now)) {
    case 'rotate':
      await rotate(tx, { token, session, refreshToken, now })
      return person
    case 'repeat':
      return person
    case 'expired':
      return undefined
    case 'reused':
      await revokeSession(tx, session.id, 'token_reused', now)
      await recordAudit(tx, {
        actor_user_id: null,
        action: 'session.token_reused',
        object_type: 'session',
        object_id: session.id,
        detail: { user_id: person.id },
        correlation_id: correlationId,
      })
      return undefined
  }
}

interface Rotation {
  token: RefreshToken
  session: Session
  refreshToken: string
  now: Date
}

async function rotate(tx: Tx, { token, session, refreshToken, now }: Rotation): Promise<void> {
  await saveRotation(tx, token, now)
  await addToken(tx, {
    session_id: session.id,
    token_hash: hashOfToken(refreshToken),
    expires_at: tokenEnd(now, session),
  })
}

const sessionOver = () =>
  new Problem({
    kind: 'session-over',
    status: 401,
    detail: 'This session is over. Sign in again.',
  })
