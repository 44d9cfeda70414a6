import { auditLog, refreshTokens, sessions } from '@milepost/db-schemas/auth'
import { openTestDatabase } from '@milepost/local-stack/test-database'
import { and, eq, isNull } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { addPerson, jwtSecret, password, passwords } from '#test/harness.ts'
import { refreshSession } from './refresh-session.ts'
import { successorKeyFrom } from './refresh-token.ts'
import { signIn } from './sign-in.ts'

const db = await openTestDatabase({ role: 'auth_service' })
const correlationId = 'req-12345678'
const successorKey = successorKeyFrom(jwtSecret)
const start = new Date('2026-11-20T09:00:00Z')
const after = (seconds: number) => new Date(start.getTime() + seconds * 1000)
const days = (count: number) => count * 86_400

async function openSession() {
  const person = await addPerson(db)
  const client = { address: '203.0.113.7', userAgent: 'a test' }
  const login = { email: person.email, password }
  const { refreshToken } = await signIn(db, passwords, { login, client, correlationId, now: start })
  return { person, token: refreshToken }
}

const refresh = (token: string, now: Date) =>
  refreshSession(db, { token, successorKey, correlationId, now })
const next = async (token: string, now: Date) => (await refresh(token, now)).refreshToken

const sessionOf = async (userId: string) => {
  const [session] = await db.select().from(sessions).where(eq(sessions.user_id, userId))
  if (!session) throw new Error('no session')
  return session
}

test('twenty refreshes at once get the same successor, and one row holds it', async () => {
  const { person, token } = await openSession()

  const answers = await Promise.all(Array.from({ length: 20 }, () => next(token, after(300))))

  expect(new Set(answers).size).toBe(1)
  const session = await sessionOf(person.id)
  expect(session).toMatchObject({ revoked_at: null, last_seen_at: after(300) })
  const current = await db
    .select()
    .from(refreshTokens)
    .where(and(eq(refreshTokens.session_id, session.id), isNull(refreshTokens.rotated_at)))
  expect(current).toHaveLength(1)
})

test('the token before the current one gets the same successor for 30 s, and ends the session afterwards', async () => {
  const { person, token } = await openSession()
  const second = await next(token, after(300))

  expect(await next(token, after(330))).toBe(second)
  await expect(refresh(token, after(331))).rejects.toMatchObject({ kind: 'session-over' })

  expect(await sessionOf(person.id)).toMatchObject({ revoked_reason: 'token_reused' })
  await expect(refresh(second, after(332))).rejects.toMatchObject({ kind: 'session-over' })
})

test('a token older than the one before ends the session at once, and that is kept in the audit log', async () => {
  const { person, token } = await openSession()
  const second = await next(token, after(300))
  const third = await next(second, after(301))

  await expect(refresh(token, after(302))).rejects.toMatchObject({ kind: 'session-over' })

  await expect(refresh(third, after(303))).rejects.toMatchObject({ kind: 'session-over' })
  const session = await sessionOf(person.id)
  expect(await db.select().from(auditLog).where(eq(auditLog.object_id, session.id))).toMatchObject([
    { action: 'session.token_reused', detail: { user_id: person.id } },
  ])
})

test('one session’s end leaves a person’s other sessions alone', async () => {
  const { person, token } = await openSession()
  const login = { email: person.email, password }
  const client = { address: '203.0.113.8', userAgent: 'another' }
  const other = await signIn(db, passwords, { login, client, correlationId, now: start })
  await next(token, after(10))
  await expect(refresh(token, after(300))).rejects.toMatchObject({ kind: 'session-over' })

  expect(await next(other.refreshToken, after(301))).toMatch(/^[\w-]{43}$/)
})

test('a session that is not used for 14 days is over', async () => {
  const { token } = await openSession()
  const { token: unused } = await openSession()
  expect(await next(token, after(days(14) - 1))).toBeDefined()
  await expect(refresh(unused, after(days(14)))).rejects.toMatchObject({ kind: 'session-over' })
})

test('a session that is used every week is over after 30 days', async () => {
  const { token } = await openSession()
  let current = token
  for (const week of [7, 14, 21, 28]) current = await next(current, after(days(week)))
  await expect(refresh(current, after(days(30)))).rejects.toMatchObject({ kind: 'session-over' })
})

test('a session whose end was brought forward ends then, whatever its token says', async () => {
  const { person, token } = await openSession()
  await db
    .update(sessions)
    .set({ expires_at: after(60) })
    .where(eq(sessions.user_id, person.id))
  await expect(refresh(token, after(60))).rejects.toMatchObject({ kind: 'session-over' })
})

test('a successor cannot be told without the key', async () => {
  const { token } = await openSession()
  const otherKey = successorKeyFrom('a different secret of at least 32 bytes')
  const second = await next(token, after(300))
  const forged = await refreshSession(db, {
    token: second,
    successorKey: otherKey,
    correlationId,
    now: after(600),
  })
  expect(forged.refreshToken).not.toBe(second)
  expect(successorKey.equals(otherKey)).toBe(false)
})
