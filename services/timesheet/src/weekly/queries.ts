import type { Db, Tx } from '@milepost/db-schemas/database'
import { timeEntries, type WeeklySummary, weeklySummaries } from '@milepost/db-schemas/timesheets'
import { and, eq, getTableColumns, gte, inArray, isNull, lt, sql } from 'drizzle-orm'
import { users } from '#foreign-tables.ts'
import { addDays } from '#weeks/iso-week.ts'

/** Whose, and the Monday it starts on. */
export interface WeekOf {
  user_id: string
  week_start: string
}

/** A week with the name of whoever decided on it. */
export type DecidedWeek = WeeklySummary & { decider: string | null }

/**
 * One week of one person, kept from changing until the transaction ends. Whatever writes hours of a
 * week takes this lock first, so that nothing is added to a week while it is being submitted.
 */
export async function lockWeek(tx: Tx, week: WeekOf): Promise<WeeklySummary> {
  await tx.insert(weeklySummaries).values(week).onConflictDoNothing()
  const [locked] = await tx.select().from(weeklySummaries).where(isWeek(week)).for('update')
  if (!locked) throw new Error('a week vanished while it was locked')
  return locked
}

const isWeek = ({ user_id, week_start }: WeekOf) =>
  and(eq(weeklySummaries.user_id, user_id), eq(weeklySummaries.week_start, week_start))

/** Those of the weeks that anything was entered into. */
export async function listWeeks(
  db: Db | Tx,
  userId: string,
  mondays: readonly string[],
): Promise<DecidedWeek[]> {
  return db
    .select({ ...getTableColumns(weeklySummaries), decider: users.display_name })
    .from(weeklySummaries)
    .leftJoin(users, eq(users.id, weeklySummaries.decided_by))
    .where(
      and(eq(weeklySummaries.user_id, userId), inArray(weeklySummaries.week_start, [...mondays])),
    )
}

/** Minutes of a week. */
export async function sumWeek(tx: Tx, { user_id, week_start }: WeekOf): Promise<number> {
  const [week] = await tx
    .select({ minutes: sql<number>`coalesce(sum(${timeEntries.minutes}), 0)::int` })
    .from(timeEntries)
    .where(
      and(
        eq(timeEntries.user_id, user_id),
        gte(timeEntries.work_date, week_start),
        lt(timeEntries.work_date, addDays(week_start, 7)),
        isNull(timeEntries.deleted_at),
      ),
    )
  return week?.minutes ?? 0
}

type Submission = Pick<WeeklySummary, 'revision' | 'submitted_minutes' | 'submitted_at'>

export async function saveSubmission(
  tx: Tx,
  week: WeeklySummary,
  submission: Submission,
): Promise<WeeklySummary> {
  const [saved] = await tx
    .update(weeklySummaries)
    .set({
      ...submission,
      status: 'submitted',
      ...{ decided_at: null, decided_by: null, decision_reason: null },
      version: sql`${weeklySummaries.version} + 1`,
    })
    .where(eq(weeklySummaries.id, week.id))
    .returning()
  if (!saved) throw new Error(`week ${week.id} vanished while locked`)
  return saved
}
