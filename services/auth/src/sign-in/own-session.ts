import { refreshTokens, type Session, sessions } from '@milepost/db-schemas/auth'
import type { Db, Tx } from '@milepost/db-schemas/database'
import { and, eq, getTableColumns } from 'drizzle-orm'
import { hashOfToken, isRefreshToken } from './refresh-token.ts'

/** The session a refresh token belongs to; nothing when it is somebody else's. */
export async function findOwnSession(
  db: Db | Tx,
  { userId, token }: { userId: string; token: string | undefined },
): Promise<Session | undefined> {
  if (token === undefined || !isRefreshToken(token)) return undefined
  const [session] = await db
    .select(getTableColumns(sessions))
    .from(sessions)
    .innerJoin(refreshTokens, eq(refreshTokens.session_id, sessions.id))
    .where(and(eq(refreshTokens.token_hash, hashOfToken(token)), eq(sessions.user_id, userId)))
  return session
}
