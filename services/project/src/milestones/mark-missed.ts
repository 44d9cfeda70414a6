import type { Tx } from '@milepost/db-schemas/database'
import { milestones } from '@milepost/db-schemas/milestones'
import { outbox, projects } from '@milepost/db-schemas/projects'
import { appendToOutbox } from '@milepost/service-kit/outbox'
import { and, eq, exists, isNull, lt, sql } from 'drizzle-orm'
import { milestoneEvent } from './announce.ts'

/** Marks the milestones whose date has passed, and announces each. Answers how many. */
export async function markMissedMilestones(
  tx: Tx,
  { today, correlationId }: { today: string; correlationId: string },
): Promise<number> {
  const liveProject = tx
    .select({ id: projects.id })
    .from(projects)
    .where(and(eq(projects.id, milestones.project_id), isNull(projects.deleted_at)))
  const missed = await tx
    .update(milestones)
    .set({ status: 'missed', version: sql`${milestones.version} + 1` })
    .where(
      and(
        eq(milestones.status, 'upcoming'),
        lt(milestones.due_date, today),
        isNull(milestones.deleted_at),
        exists(liveProject),
      ),
    )
    .returning()
  const cause = { actorId: null, correlationId }
  await appendToOutbox(
    tx,
    outbox,
    ...missed.map((milestone) => milestoneEvent(cause, milestone, { change: 'missed' })),
  )
  return missed.length
}
