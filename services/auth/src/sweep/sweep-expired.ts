import { loginFailures, refreshTokens, sessions } from '@milepost/db-schemas/auth'
import type { Db } from '@milepost/db-schemas/database'
import { and, eq, inArray, isNotNull, lt, notExists, or, sql } from 'drizzle-orm'
import { windowStart } from '#sign-in/attempts.ts'

/** Rows of one kind at one time: a sweep must not hold locks for long. */
const batch = 1000

/** Ended sessions stay visible for a month. */
const endedLifeMs = 30 * 86_400_000

const before = (now: Date, ms: number) => new Date(now.getTime() - ms)

/**
 * Removes what has run out: failures outside the window, tokens past their end, sessions that ended a
 * month ago. Answers how many rows went; what a batch does not hold goes the next time.
 */
export async function sweepExpired(db: Db, now = new Date()): Promise<number> {
  const gone = [
    await sweepFailures(db, windowStart(now)),
    await sweepTokens(db, now),
    await sweepSessions(db, before(now, endedLifeMs)),
  ]
  return gone.reduce((sum, count) => sum + count, 0)
}

async function sweepFailures(db: Db, until: Date): Promise<number> {
  const { id, created_at } = loginFailures
  const old = db.select({ id }).from(loginFailures).where(lt(created_at, until)).limit(batch)
  const { rowCount } = await db.delete(loginFailures).where(inArray(id, old))
  return rowCount ?? 0
}

/** A token past its end is refused whether or not it is known. */
async function sweepTokens(db: Db, until: Date): Promise<number> {
  const { id, expires_at } = refreshTokens
  const old = db.select({ id }).from(refreshTokens).where(lt(expires_at, until)).limit(batch)
  const { rowCount } = await db.delete(refreshTokens).where(inArray(id, old))
  return rowCount ?? 0
}

async function sweepSessions(db: Db, until: Date): Promise<number> {
  const { id, expires_at, revoked_at } = sessions
  const tokens = db
    .select({ one: sql`1` })
    .from(refreshTokens)
    .where(eq(refreshTokens.session_id, id))
  const ended = or(lt(expires_at, until), and(isNotNull(revoked_at), lt(revoked_at, until)))
  const old = db
    .select({ id })
    .from(sessions)
    .where(and(ended, notExists(tokens)))
    .limit(batch)
  const { rowCount } = await db.delete(sessions).where(inArray(id, old))
  return rowCount ?? 0
}
