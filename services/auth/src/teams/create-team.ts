import { type CreateTeam, type TeamView, teamSchema } from '@milepost/api-contracts/people'
import { idempotencyKeys } from '@milepost/db-schemas/auth'
import type { Db } from '@milepost/db-schemas/database'
import type { Actor } from '@milepost/service-kit/authentication'
import { withIdempotency } from '@milepost/service-kit/idempotency'
import { conflict } from '@milepost/service-kit/problem'
import { recordAudit } from '#audit/record-audit.ts'
import { presentTeam } from './present.ts'
import { addTeam } from './queries.ts'

interface CreateTeamCommand {
  actor: Actor
  team: CreateTeam
  idempotencyKey: string | undefined
  correlationId: string
}

/** Adds a team, nobody in it yet. */
export async function createTeam(
  db: Db,
  { actor, team, idempotencyKey, correlationId }: CreateTeamCommand,
): Promise<TeamView> {
  const request = {
    key: idempotencyKey,
    actorId: actor.id,
    route: 'POST /api/v1/auth/teams',
    body: team,
  }
  const { body } = await withIdempotency(db, idempotencyKeys, request, async (tx) => {
    const added = await addTeam(tx, team)
    if (!added) throw conflict('team-name-taken', 'Another team has this name.')
    await recordAudit(tx, {
      actor_user_id: actor.id,
      action: 'team.created',
      object_type: 'team',
      object_id: added.id,
      detail: { name: added.name },
      correlation_id: correlationId,
    })
    return { status: 201, body: presentTeam(actor, { ...added, member_count: 0 }, []) }
  })
  return teamSchema.parse(body)
}
