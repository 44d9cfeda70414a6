import type { Db } from '@milepost/db-schemas/database'
import type { Log } from '@milepost/service-kit/logger-options'
import { sweepExpired } from './sweep-expired.ts'

const everyMs = 10 * 60_000

/** Sweeps now and then for as long as the process lives. Two processes that do so at once are no harm. */
export function startSweeping(db: Db, log: Log): { close: () => Promise<void> } {
  let sweeping: Promise<void> = Promise.resolve()

  async function sweep(): Promise<void> {
    try {
      const count = await sweepExpired(db)
      if (count > 0) log.debug({ count }, 'swept what had run out')
    } catch (error) {
      // Recovers: what was not swept now is swept next time.
      log.warn({ err: error }, 'could not sweep')
    }
  }

  const timer = setInterval(() => {
    sweeping = sweep()
  }, everyMs)
  timer.unref()
  return {
    async close() {
      clearInterval(timer)
      await sweeping
    },
  }
}
