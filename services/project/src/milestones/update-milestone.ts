import type { UpdateMilestone } from '@milepost/api-contracts/projects'
import type { Db } from '@milepost/db-schemas/database'
import { outbox } from '@milepost/db-schemas/projects'
import { admit } from '@milepost/service-kit/admit'
import type { Actor } from '@milepost/service-kit/authentication'
import { appendToOutbox } from '@milepost/service-kit/outbox'
import { dayOf } from '#calendar-day.ts'
import { milestoneEvent } from './announce.ts'
import { addMilestoneDate } from './dates.ts'
import { changesOf, plannedState } from './plan-change.ts'
import { milestoneChanged, milestonePolicy } from './policy.ts'
import { presentMilestone } from './present.ts'
import { lockMilestone, type MilestoneRow, saveMilestone } from './queries.ts'

interface UpdateMilestoneCommand {
  actor: Actor
  milestoneId: string
  input: UpdateMilestone
  correlationId: string
  now: Date
}

/** Changes a milestone and announces each thing that became different about it. */
export async function updateMilestone(
  db: Db,
  { actor, milestoneId, input, correlationId, now }: UpdateMilestoneCommand,
): Promise<MilestoneRow> {
  const { version, description, ...given } = input
  return db.transaction(async (tx) => {
    const today = dayOf(now)
    const before = admit(actor, await lockMilestone(tx, milestoneId), milestonePolicy)
    if (version !== before.version) throw milestoneChanged(presentMilestone(actor, before, today))
    const planned = plannedState(before, given, today)
    const saved = await saveMilestone(tx, milestoneId, { ...planned, description })
    if (saved.due_date !== before.due_date) {
      const { due_date } = saved
      await addMilestoneDate(tx, { milestone_id: milestoneId, due_date, changed_by: actor.id })
    }

    const cause = { actorId: actor.id, correlationId }
    const events = changesOf(before, planned).map((change) =>
      milestoneEvent(cause, saved, {
        change,
        previousDueDate: change === 'moved' ? before.due_date : null,
      }),
    )
    await appendToOutbox(tx, outbox, ...events)
    return { ...before, ...saved }
  })
}
