import type { UpdateMe } from '@milepost/api-contracts/auth'
import { outbox } from '@milepost/db-schemas/auth'
import type { Db, Tx } from '@milepost/db-schemas/database'
import type { Actor } from '@milepost/service-kit/authentication'
import { appendToOutbox } from '@milepost/service-kit/outbox'
import { conflict, Problem, unauthenticated } from '@milepost/service-kit/problem'
import { userAccessChanged, userUpdated } from '@milepost/shared-events/user-events'
import { recordAudit } from '#audit/record-audit.ts'
import type { PasswordHashing } from '#passwords/password-hashing.ts'
import { refuseGuessablePassword } from '#passwords/password-rule.ts'
import { findOwnSession } from '#sign-in/own-session.ts'
import { removeFailures, revokeOtherSessions } from '#sign-in/queries.ts'
import { reserveAttempt } from '#sign-in/reserve-attempt.ts'
import { presentMe } from './present.ts'
import { findPasswordHash, findPerson, lockPerson, type Person, savePerson } from './queries.ts'

interface UpdateMeCommand {
  actor: Actor
  update: UpdateMe
  /** Tells which session is the one in use, and stays. */
  refreshToken: string | undefined
  address: string
  correlationId: string
  now?: Date
}

/** Changes the actor's own name, time zone or password. A new password ends every other session. */
export async function updateMe(
  db: Db,
  passwords: PasswordHashing,
  { actor, update, refreshToken, address, correlationId, now = new Date() }: UpdateMeCommand,
): Promise<Person> {
  const { display_name, timezone, new_password, current_password, version } = update
  const before = await findPerson(db, actor.id)
  if (!before?.is_active) throw unauthenticated()

  let password_hash: string | undefined
  if (new_password !== undefined) {
    refuseGuessablePassword(new_password, before, '#/new_password')
    await proveCurrentPassword(db, passwords, {
      attempted: { account: before.email, address },
      userId: actor.id,
      password: current_password ?? '',
      now,
    })
    password_hash = await passwords.hash(new_password)
  }

  return db.transaction(async (tx) => {
    const person = await lockPerson(tx, actor.id)
    if (!person?.is_active) throw unauthenticated()
    if (person.version !== version) {
      throw conflict('user-changed', 'Your account was changed elsewhere.', presentMe(person))
    }
    const saved = await savePerson(tx, person, { display_name, timezone, password_hash })
    await appendToOutbox(tx, outbox, announcement(saved, correlationId))
    if (password_hash !== undefined) {
      await endOtherSessions(tx, { person, refreshToken, correlationId, now })
    }
    return saved
  })
}

const announcement = (person: Person, correlation_id: string) =>
  userUpdated.create({
    correlation_id,
    actor_user_id: person.id,
    user_id: person.id,
    display_name: person.display_name,
    is_active: person.is_active,
    version: person.version,
  })

interface Proof {
  attempted: { account: string; address: string }
  userId: string
  password: string
  now: Date
}

/** As limited as a sign-in: whoever finds an open browser has no more guesses than anybody else. */
async function proveCurrentPassword(
  db: Db,
  passwords: PasswordHashing,
  { attempted, userId, password, now }: Proof,
): Promise<void> {
  await reserveAttempt(db, attempted, now)
  if (!(await passwords.verify(await findPasswordHash(db, userId), password))) {
    throw new Problem({
      kind: 'wrong-password',
      status: 422,
      detail: 'The current password is not right.',
      errors: [{ pointer: '#/current_password', detail: 'Not right.' }],
    })
  }
  await db.transaction((tx) => removeFailures(tx, attempted))
}

interface PasswordChange {
  person: Person
  refreshToken: string | undefined
  correlationId: string
  now: Date
}

async function endOtherSessions(
  tx: Tx,
  { person, refreshToken, correlationId, now }: PasswordChange,
): Promise<void> {
  const userId = person.id
  const kept = await findOwnSession(tx, { userId, token: refreshToken })
  await revokeOtherSessions(tx, { userId, keptId: kept?.id }, now)
  const about = { correlation_id: correlationId, actor_user_id: userId }
  await recordAudit(tx, {
    ...about,
    action: 'password.changed',
    object_type: 'user',
    object_id: userId,
  })
  await appendToOutbox(
    tx,
    outbox,
    userAccessChanged.create({ ...about, user_id: userId, not_before: now.toISOString() }),
  )
}
