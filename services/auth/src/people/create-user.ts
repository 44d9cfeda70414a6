import type { CreateUser, UserView } from '@milepost/api-contracts/people'
import { userSchema } from '@milepost/api-contracts/people'
import { idempotencyKeys, outbox } from '@milepost/db-schemas/auth'
import type { Db, Tx } from '@milepost/db-schemas/database'
import type { Actor } from '@milepost/service-kit/authentication'
import { withIdempotency } from '@milepost/service-kit/idempotency'
import { appendToOutbox } from '@milepost/service-kit/outbox'
import { conflict, unknownReference } from '@milepost/service-kit/problem'
import { teamMembershipChanged, userCreated } from '@milepost/shared-events/user-events'
import { recordAudit } from '#audit/record-audit.ts'
import type { PasswordHashing } from '#passwords/password-hashing.ts'
import { refuseGuessablePassword } from '#passwords/password-rule.ts'
import { addMembers, listTeamIds } from '#teams/queries.ts'
import { normalizeEmail } from './email.ts'
import { presentPerson } from './present.ts'
import { addRoles, addUser, findPerson, type Person } from './queries.ts'

interface CreateUserCommand {
  actor: Actor
  user: CreateUser
  /** Stands for the password where it must be recognised and not be kept. */
  fingerprint: (secret: string) => string
  idempotencyKey: string | undefined
  correlationId: string
}

/** Adds a person who can sign in, with roles and teams. */
export async function createUser(
  db: Db,
  passwords: PasswordHashing,
  { actor, user, fingerprint, idempotencyKey, correlationId }: CreateUserCommand,
): Promise<UserView> {
  refuseGuessablePassword(user.password, user, '#/password')
  const password_hash = await passwords.hash(user.password)
  const request = {
    key: idempotencyKey,
    actorId: actor.id,
    route: 'POST /api/v1/auth/users',
    body: { ...user, password: fingerprint(user.password) },
  }
  const { body } = await withIdempotency(db, idempotencyKeys, request, async (tx) => {
    const person = await addPerson(tx, user, password_hash)
    const about = { correlation_id: correlationId, actor_user_id: actor.id }
    await recordAudit(tx, {
      ...about,
      action: 'user.created',
      object_type: 'user',
      object_id: person.id,
      detail: { roles: person.roles, team_ids: person.teams.map(({ id }) => id) },
    })
    await appendToOutbox(tx, outbox, ...announcements(person, about))
    return { status: 201, body: presentPerson(actor, person) }
  })
  return userSchema.parse(body)
}

async function addPerson(tx: Tx, user: CreateUser, password_hash: string): Promise<Person> {
  const team_ids = [...new Set(user.team_ids)]
  const known = await listTeamIds(tx, team_ids)
  const unknown = user.team_ids.findIndex((id) => !known.includes(id))
  if (unknown !== -1) throw unknownReference(`#/team_ids/${unknown}`)

  const { display_name, timezone } = user
  const added = await addUser(tx, {
    email: normalizeEmail(user.email),
    ...{ display_name, password_hash },
    ...(timezone !== undefined && { timezone }),
  })
  if (!added) throw conflict('email-taken', 'Somebody has this address already.')
  await addRoles(tx, added.id, user.roles)
  await addMembers(
    tx,
    team_ids.map((team_id) => ({ team_id, user_id: added.id, is_lead: false })),
  )
  const person = await findPerson(tx, added.id)
  if (!person) throw new Error(`user ${added.id} vanished while being created`)
  return person
}

function announcements(
  { id, display_name, is_active, version, teams }: Person,
  about: { correlation_id: string; actor_user_id: string },
) {
  return [
    userCreated.create({ ...about, user_id: id, display_name, is_active, version }),
    ...teams.map((team) =>
      teamMembershipChanged.create({ ...about, team_id: team.id, user_id: id, change: 'added' }),
    ),
  ]
}
