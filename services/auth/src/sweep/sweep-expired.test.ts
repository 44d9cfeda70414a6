import { loginFailures, refreshTokens, sessions } from '@milepost/db-schemas/auth'
import { openTestDatabase } from '@milepost/local-stack/test-database'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { addPerson } from '#test/harness.ts'
import { sweepExpired } from './sweep-expired.ts'

const db = await openTestDatabase({ role: 'auth_service' })
const now = new Date('2026-11-20T09:00:00Z')
const minutesAgo = (count: number) => new Date(now.getTime() - count * 60_000)
const day = 24 * 60

async function addSession(ended: { expires_at?: Date; revoked_at?: Date }, tokenEnd: Date) {
  const { id: user_id } = await addPerson(db)
  const expires_at = minutesAgo(-10 * day)
  const [session] = await db
    .insert(sessions)
    .values({ user_id, expires_at, ...ended })
    .returning()
  if (!session) throw new Error('insert returned nothing')
  await db
    .insert(refreshTokens)
    .values({ session_id: session.id, token_hash: uuidv7(), expires_at: tokenEnd })
  return session.id
}

test('what has run out goes, what may still matter stays', async () => {
  const failure = { account: 'x@milepost.example', address: '203.0.113.7' }
  await db.insert(loginFailures).values([
    { ...failure, created_at: minutesAgo(14) },
    { ...failure, created_at: minutesAgo(16) },
  ])
  const kept = [
    await addSession({}, minutesAgo(-1)),
    await addSession({ revoked_at: minutesAgo(29 * day) }, minutesAgo(-1)),
    await addSession({ expires_at: minutesAgo(29 * day) }, minutesAgo(1)),
  ]
  await addSession({ expires_at: minutesAgo(31 * day) }, minutesAgo(20 * day))
  await addSession({ revoked_at: minutesAgo(31 * day) }, minutesAgo(20 * day))

  expect(await sweepExpired(db, now)).toBe(1 + 3 + 2)
  expect(await sweepExpired(db, now)).toBe(0)

  expect(await db.select().from(loginFailures)).toHaveLength(1)
  expect(await db.select().from(refreshTokens)).toHaveLength(2)
  expect((await db.select().from(sessions)).map(({ id }) => id).sort()).toEqual(kept.sort())
})
