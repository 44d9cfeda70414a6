import { type AddMember, type TeamView, teamSchema } from '@milepost/api-contracts/people'
import { idempotencyKeys, outbox } from '@milepost/db-schemas/auth'
import type { Db, Tx } from '@milepost/db-schemas/database'
import { admit } from '@milepost/service-kit/admit'
import type { Actor } from '@milepost/service-kit/authentication'
import { withIdempotency } from '@milepost/service-kit/idempotency'
import { appendToOutbox } from '@milepost/service-kit/outbox'
import { conflict, unknownReference } from '@milepost/service-kit/problem'
import { teamMembershipChanged, userAccessChanged } from '@milepost/shared-events/user-events'
import { recordAudit } from '#audit/record-audit.ts'
import { lockPerson } from '#people/queries.ts'
import { canSeeTeam } from './policy.ts'
import { presentTeam } from './present.ts'
import { addMembers, findTeam, listMembers } from './queries.ts'

interface AddMemberCommand {
  actor: Actor
  teamId: string
  member: AddMember
  idempotencyKey: string | undefined
  correlationId: string
  now?: Date
}

/** Puts somebody into a team, which widens what they see: tokens from before speak for what was. */
export async function addMember(
  db: Db,
  { actor, teamId, member, idempotencyKey, correlationId, now = new Date() }: AddMemberCommand,
): Promise<TeamView> {
  const request = {
    key: idempotencyKey,
    actorId: actor.id,
    route: `POST /api/v1/auth/teams/${teamId}/members`,
    body: member,
  }
  const { body } = await withIdempotency(db, idempotencyKeys, request, async (tx) => {
    const { user_id } = member
    admit(actor, await findTeam(tx, teamId), teamReading)
    const person = await lockPerson(tx, user_id)
    if (!person?.is_active) throw unknownReference('#/user_id')
    const added = await addMembers(tx, [{ team_id: teamId, ...member }])
    if (added === 0) throw conflict('already-member', 'This person is in the team already.')

    await announce(tx, { teamId, member, actor, correlationId, now })
    const team = admit(actor, await findTeam(tx, teamId), teamReading)
    return { status: 201, body: presentTeam(actor, team, await listMembers(tx, teamId)) }
  })
  return teamSchema.parse(body)
}

export const teamReading = { see: canSeeTeam, missing: 'There is no such team.' }

interface Addition {
  teamId: string
  member: AddMember
  actor: Actor
  correlationId: string
  now: Date
}

async function announce(
  tx: Tx,
  { teamId: team_id, member, actor, correlationId, now }: Addition,
): Promise<void> {
  const { user_id, is_lead } = member
  const about = { correlation_id: correlationId, actor_user_id: actor.id }
  await recordAudit(tx, {
    ...about,
    action: 'team.member_added',
    object_type: 'team',
    object_id: team_id,
    detail: { user_id, is_lead },
  })
  await appendToOutbox(
    tx,
    outbox,
    teamMembershipChanged.create({ ...about, team_id, user_id, change: 'added' }),
    userAccessChanged.create({ ...about, user_id, not_before: now.toISOString() }),
  )
}
