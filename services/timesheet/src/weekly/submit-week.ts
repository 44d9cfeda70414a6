import { type WeekSummaryView, weekSummarySchema } from '@milepost/api-contracts/timesheets'
import type { Db } from '@milepost/db-schemas/database'
import { idempotencyKeys, outbox } from '@milepost/db-schemas/timesheets'
import type { Actor } from '@milepost/service-kit/authentication'
import { withIdempotency } from '@milepost/service-kit/idempotency'
import { appendToOutbox } from '@milepost/service-kit/outbox'
import { conflict, invalidRequest } from '@milepost/service-kit/problem'
import { timesheetSubmitted } from '@milepost/shared-events/timesheet-events'
import { findPerson } from '#people/queries.ts'
import { localDate } from '#weeks/iso-week.ts'
import { presentWeek } from './present.ts'
import { lockWeek, saveSubmission, sumWeek } from './queries.ts'
import { hasBegun, isLocked } from './week-lock.ts'

interface SubmitWeekCommand {
  actor: Actor
  monday: string
  idempotencyKey: string | undefined
  correlationId: string
  now: Date
}

/** Hands the actor's own week in. One without hours counts too: it says that there were none. */
export async function submitWeek(
  db: Db,
  { actor, monday, idempotencyKey, correlationId, now }: SubmitWeekCommand,
): Promise<WeekSummaryView> {
  const request = {
    key: idempotencyKey,
    actorId: actor.id,
    route: 'POST /api/v1/timesheets/weekly/submit',
    body: { monday },
  }
  const { body } = await withIdempotency(db, idempotencyKeys, request, async (tx) => {
    const person = await findPerson(tx, actor.id)
    if (!hasBegun(monday, localDate(now, person?.timezone ?? 'UTC'))) {
      throw invalidRequest([{ pointer: '#/week', detail: 'This week has not begun.' }])
    }
    const of = { user_id: actor.id, week_start: monday }
    const week = await lockWeek(tx, of)
    const minutes = await sumWeek(tx, of)
    if (isLocked(week.status)) {
      const current = presentWeek(monday, { ...week, decider: null }, minutes)
      throw conflict('week-already-submitted', `This week is ${week.status} already.`, current)
    }
    const saved = await saveSubmission(tx, week, {
      // What comes back to the approver differs from what went out before.
      revision: week.submitted_at === null ? week.revision : week.revision + 1,
      submitted_minutes: minutes,
      submitted_at: now,
    })
    await appendToOutbox(
      tx,
      outbox,
      timesheetSubmitted.create({
        correlation_id: correlationId,
        actor_user_id: actor.id,
        ...{ ...of, minutes, revision: saved.revision },
      }),
    )
    return { status: 200, body: presentWeek(monday, { ...saved, decider: null }, minutes) }
  })
  return weekSummarySchema.parse(body)
}
