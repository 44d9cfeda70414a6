import type { Login } from '@milepost/api-contracts/auth'
import type { Db } from '@milepost/db-schemas/database'
import { Problem } from '@milepost/service-kit/problem'
import { recordAudit } from '#audit/record-audit.ts'
import type { PasswordHashing } from '#passwords/password-hashing.ts'
import { normalizeEmail } from '#people/email.ts'
import { findPerson, type Person } from '#people/queries.ts'
import { windowMinutes } from './attempts.ts'
import type { Client } from './client.ts'
import {
  type Account,
  type Attempted,
  addSession,
  addToken,
  findAccount,
  removeFailure,
  removeFailures,
} from './queries.ts'
import { hashOfToken, newRefreshToken } from './refresh-token.ts'
import { reserveAttempt } from './reserve-attempt.ts'
import { sessionEnd, tokenEnd } from './session-life.ts'

interface SignInCommand {
  login: Pick<Login, 'email' | 'password'>
  client: Client
  correlationId: string
  now?: Date
}

export interface OpenedSession {
  person: Person
  refreshToken: string
}

/** Opens a session. An unknown account, a wrong password and a deactivated person are one refusal. */
export async function signIn(
  db: Db,
  passwords: PasswordHashing,
  { login, client, correlationId, now = new Date() }: SignInCommand,
): Promise<OpenedSession> {
  const attempted = { account: normalizeEmail(login.email), address: client.address }
  const attempt = await reserveAttempt(db, attempted, now)
  const account = await findAccount(db, attempted.account)

  let matches: boolean
  try {
    matches = await passwords.verify(account?.password_hash, login.password)
  } catch (error) {
    // Cleans up: nobody guessed anything.
    await removeFailure(db, attempt.id)
    throw error
  }
  if (!account || !matches || !account.is_active) {
    if (attempt.triesLeft === 0) await recordLock(db, attempted, account, correlationId)
    throw signInRefused(attempt.triesLeft)
  }
  return openSession(db, { account, attempted, client, now })
}

interface NewSession {
  account: Account
  attempted: Attempted
  client: Client
  now: Date
}

async function openSession(
  db: Db,
  { account, attempted, client, now }: NewSession,
): Promise<OpenedSession> {
  const refreshToken = newRefreshToken()
  return db.transaction(async (tx) => {
    await removeFailures(tx, attempted)
    const session = await addSession(tx, {
      user_id: account.id,
      user_agent: client.userAgent,
      address: client.address,
      last_seen_at: now,
      expires_at: sessionEnd(now),
    })
    await addToken(tx, {
      session_id: session.id,
      token_hash: hashOfToken(refreshToken),
      expires_at: tokenEnd(now, session),
    })
    const person = await findPerson(tx, account.id)
    if (!person) throw new Error(`user ${account.id} vanished while signing in`)
    return { person, refreshToken }
  })
}

const recordLock = (
  db: Db,
  attempted: Attempted,
  account: Account | undefined,
  correlation_id: string,
) =>
  recordAudit(db, {
    actor_user_id: null,
    action: 'sign_in.locked',
    object_type: 'account',
    object_id: account?.id ?? null,
    detail: { ...attempted },
    correlation_id,
  })

const signInRefused = (triesLeft: number) =>
  new Problem({
    kind: 'sign-in-refused',
    status: 401,
    detail: `Email and password do not match. ${tries(triesLeft)} left in ${windowMinutes} minutes.`,
  })

const tries = (count: number) =>
  count === 0 ? 'No tries' : count === 1 ? '1 try' : `${count} tries`
