import {
  type CreateEntry,
  type TimeEntryView,
  timeEntrySchema,
} from '@milepost/api-contracts/timesheets'
import type { Db, Tx } from '@milepost/db-schemas/database'
import { idempotencyKeys } from '@milepost/db-schemas/timesheets'
import type { Actor } from '@milepost/service-kit/authentication'
import { withIdempotency } from '@milepost/service-kit/idempotency'
import { unknownReference } from '@milepost/service-kit/problem'
import { canBookOn } from '#people/policy.ts'
import { lockWeek } from '#weekly/queries.ts'
import { refuseLocked } from '#weekly/week-lock.ts'
import { mondayOf } from '#weeks/iso-week.ts'
import { refuseFarAhead, refuseOverfullDay } from './day.ts'
import { presentEntry } from './present.ts'
import { addEntry, findTask, sumDay, type TeamEntry } from './queries.ts'

interface LogTimeCommand {
  actor: Actor
  entry: CreateEntry
  idempotencyKey: string | undefined
  now: Date
}

/** Adds to the actor's own hours. */
export async function logTime(
  db: Db,
  { actor, entry, idempotencyKey, now }: LogTimeCommand,
): Promise<TimeEntryView> {
  const request = {
    key: idempotencyKey,
    actorId: actor.id,
    route: 'POST /api/v1/timesheets/entries',
    body: entry,
  }
  const { body } = await withIdempotency(db, idempotencyKeys, request, async (tx) => {
    const subject = await findSubject(tx, actor, entry)
    const day = { user_id: actor.id, work_date: entry.work_date }
    refuseFarAhead(day.work_date, now)
    refuseLocked(await lockWeek(tx, { ...day, week_start: mondayOf(day.work_date) }))
    refuseOverfullDay(await sumDay(tx, day), entry.minutes)

    const { team_id, ...of } = subject
    const added = await addEntry(tx, {
      ...{ ...day, ...of },
      minutes: entry.minutes,
      note: entry.note,
    })
    return { status: 201, body: presentEntry(actor, { ...added, team_id }) }
  })
  return timeEntrySchema.parse(body)
}

type Subject = Pick<TeamEntry, 'task_id' | 'project_id' | 'team_id' | 'activity'>

/** What the time goes to. A task of another team and an invented one are the same refusal. */
async function findSubject(
  tx: Tx,
  actor: Actor,
  { task_id, activity }: CreateEntry,
): Promise<Subject> {
  if (task_id === undefined) {
    return { task_id: null, project_id: null, team_id: null, activity: activity ?? null }
  }
  const task = await findTask(tx, task_id)
  if (!task || !canBookOn(actor, task)) throw unknownReference('#/task_id')
  return { task_id, project_id: task.project_id, team_id: task.team_id, activity: null }
}
