import type { Db, Tx } from '@milepost/db-schemas/database'
import type { Log } from '@milepost/service-kit/logger-options'
import { Cron } from 'croner'
import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { dayOf } from './calendar-day.ts'
import { markMissedMilestones } from './milestones/mark-missed.ts'
import { remindOfDueTasks } from './notifications/remind-of-due-tasks.ts'
import { makeDueTasks } from './recurring/make-due-tasks.ts'
import { takeSnapshots } from './snapshots/take-snapshots.ts'

interface JobDeps {
  db: Db
  log: Log
  now: () => Date
  poke: () => void
}

/** Shortly after midnight UTC, when "today" is a new day. */
const daily = '0 5 0 * * *'

/** Does the day's work once a day, and at once for a day that has none of it yet. */
export function startDailyJobs(deps: JobDeps) {
  const { log } = deps
  const run = async () => {
    try {
      await runDailyJobs(deps)
    } catch (error) {
      // Cleans up nothing and hides nothing: the next run, or another replica's, does the same work.
      log.error({ err: error }, 'the daily jobs failed')
    }
  }
  let running = run()
  const cron = new Cron(daily, { timezone: 'UTC' }, () => {
    running = run()
  })
  return {
    async close() {
      cron.stop()
      await running
    },
  }
}

/** However many processes do it at once, each milestone is announced once and each day has one row. */
export async function runDailyJobs({ db, log, now, poke }: JobDeps): Promise<void> {
  const today = dayOf(now())
  const correlationId = `daily-${uuidv7()}`
  await db.transaction(async (tx) => {
    await waitForTurn(tx)
    const missed = await markMissedMilestones(tx, { today, correlationId })
    const snapshots = await takeSnapshots(tx, today)
    const due = await remindOfDueTasks(tx, { today, now: now(), correlationId })
    const recurring = await makeDueTasks(tx, { today, now: now(), correlationId })
    log.info(
      { missed, snapshots, due, recurring, correlation_id: correlationId },
      'daily jobs done',
    )
  })
  poke()
}

/** Until the transaction ends, every other process waits here, and then finds the work done. */
const waitForTurn = (tx: Tx) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('projects daily jobs', 0))`)
