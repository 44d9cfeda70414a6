import {
  loginFailures,
  refreshTokens,
  type Session,
  sessions,
  type User,
  users,
} from '@milepost/db-schemas/auth'
import type { Db, Tx } from '@milepost/db-schemas/database'
import { and, eq, gt, isNull, ne, sql } from 'drizzle-orm'

/** What failures are counted by. */
export interface Attempted {
  /** The address that was typed in, whether or not anybody has it. */
  account: string
  /** Where from. */
  address: string
}

export type RefreshToken = typeof refreshTokens.$inferSelect

/** What decides whether somebody may come in. */
export type Account = Pick<User, 'id' | 'password_hash' | 'is_active'>

export async function findAccount(db: Db, email: string): Promise<Account | undefined> {
  const { id, password_hash, is_active } = users
  const [account] = await db
    .select({ id, password_hash, is_active })
    .from(users)
    .where(eq(users.email, email))
  return account
}

/** One attempt at a time per account and address: otherwise a hundred at once would all count zero. */
export async function lockAttempts(tx: Tx, { account, address }: Attempted): Promise<void> {
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`${account} from ${address}`}, 0))`,
  )
}

const isOf = ({ account, address }: Attempted) =>
  and(eq(loginFailures.account, account), eq(loginFailures.address, address))

export async function listFailures(tx: Tx, attempted: Attempted, since: Date): Promise<Date[]> {
  const failures = await tx
    .select({ at: loginFailures.created_at })
    .from(loginFailures)
    .where(and(isOf(attempted), gt(loginFailures.created_at, since)))
  return failures.map(({ at }) => at)
}

export async function addFailure(tx: Tx, attempted: Attempted, at: Date): Promise<string> {
  const [failure] = await tx
    .insert(loginFailures)
    .values({ ...attempted, created_at: at })
    .returning({ id: loginFailures.id })
  if (!failure) throw new Error('insert returned nothing')
  return failure.id
}

export async function removeFailure(db: Db, id: string): Promise<void> {
  await db.delete(loginFailures).where(eq(loginFailures.id, id))
}

export async function removeFailures(tx: Tx, attempted: Attempted): Promise<void> {
  await tx.delete(loginFailures).where(isOf(attempted))
}

type NewSession = Pick<
  Session,
  'user_id' | 'user_agent' | 'address' | 'last_seen_at' | 'expires_at'
>

export async function addSession(tx: Tx, session: NewSession): Promise<Session> {
  const [added] = await tx.insert(sessions).values(session).returning()
  if (!added) throw new Error('insert returned nothing')
  return added
}

type NewToken = Pick<RefreshToken, 'session_id' | 'token_hash' | 'expires_at'>

export async function addToken(tx: Tx, token: NewToken): Promise<void> {
  await tx.insert(refreshTokens).values(token)
}

export async function findToken(db: Db | Tx, hash: string): Promise<RefreshToken | undefined> {
  const [token] = await db.select().from(refreshTokens).where(eq(refreshTokens.token_hash, hash))
  return token
}

/** Keeps every other use of the session's tokens waiting until the transaction ends. */
export async function lockSession(tx: Tx, sessionId: string): Promise<Session | undefined> {
  const [session] = await tx.select().from(sessions).where(eq(sessions.id, sessionId)).for('update')
  return session
}

export async function saveRotation(tx: Tx, token: RefreshToken, at: Date): Promise<void> {
  await tx.update(refreshTokens).set({ rotated_at: at }).where(eq(refreshTokens.id, token.id))
  await tx.update(sessions).set({ last_seen_at: at }).where(eq(sessions.id, token.session_id))
}

export type RevocationReason = 'signed_out' | 'token_reused' | 'deactivated' | 'password_changed'

const revocation = (reason: RevocationReason, at: Date) => ({
  revoked_at: at,
  revoked_reason: reason,
})

export async function revokeSession(
  db: Db | Tx,
  sessionId: string,
  reason: RevocationReason,
  at: Date,
): Promise<void> {
  await db
    .update(sessions)
    .set(revocation(reason, at))
    .where(and(eq(sessions.id, sessionId), isNull(sessions.revoked_at)))
}

/** All of a person's sessions but one; all of them when there is none to keep. */
export async function revokeOtherSessions(
  tx: Tx,
  { userId, keptId }: { userId: string; keptId: string | undefined },
  at: Date,
): Promise<void> {
  await tx
    .update(sessions)
    .set(revocation('password_changed', at))
    .where(
      and(
        eq(sessions.user_id, userId),
        isNull(sessions.revoked_at),
        keptId === undefined ? undefined : ne(sessions.id, keptId),
      ),
    )
}
