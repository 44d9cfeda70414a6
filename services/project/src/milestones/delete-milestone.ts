import type { Db } from '@milepost/db-schemas/database'
import { outbox } from '@milepost/db-schemas/projects'
import { admit } from '@milepost/service-kit/admit'
import type { Actor } from '@milepost/service-kit/authentication'
import { appendToOutbox } from '@milepost/service-kit/outbox'
import { dayOf } from '#calendar-day.ts'
import { milestoneEvent } from './announce.ts'
import { milestoneChanged, milestonePolicy } from './policy.ts'
import { presentMilestone } from './present.ts'
import { lockMilestone, saveMilestone } from './queries.ts'

interface DeleteMilestoneCommand {
  actor: Actor
  milestoneId: string
  /** The version the caller saw; undefined when they did not say. */
  version: number | undefined
  correlationId: string
  now: Date
}

/** Hides a milestone. Its tasks stay, and lead nowhere in particular. */
export async function deleteMilestone(
  db: Db,
  { actor, milestoneId, version, correlationId, now }: DeleteMilestoneCommand,
): Promise<void> {
  await db.transaction(async (tx) => {
    const before = admit(actor, await lockMilestone(tx, milestoneId), milestonePolicy)
    if (version !== undefined && version !== before.version) {
      throw milestoneChanged(presentMilestone(actor, before, dayOf(now)))
    }
    const removed = await saveMilestone(tx, milestoneId, { deleted_at: now })
    const cause = { actorId: actor.id, correlationId }
    await appendToOutbox(tx, outbox, milestoneEvent(cause, removed, { change: 'removed' }))
  })
}
