import { isDatabaseUnavailable } from '@milepost/service-kit/database-errors'
import { v7 as uuidv7 } from 'uuid'
import { forgetOldInsights } from './forget-old-insights.ts'
import { queueDailyInsights } from './queue-daily-insights.ts'
import { takeRequest } from './requests.ts'
import { runRequest, type Work } from './run-request.ts'

export interface Worker {
  /** Something may be due: look now. */
  wake: () => void
  /** Finishes the request at hand, then resolves. */
  close: () => Promise<void>
}

/** Without being woken, how soon a request is found at the latest. */
const pollMs = 1_000
const upkeepMs = 600_000

/** Does what is due, one after the other, for as long as the process lives. More processes do more. */
export function startWorker(work: Work, { onStored }: { onStored: () => void }): Worker {
  const { db, log } = work
  let closing = false
  let ring = () => {}
  let woken = false
  let upkeptAt = Number.NEGATIVE_INFINITY

  async function run(): Promise<void> {
    while (!closing) {
      try {
        await turn()
      } catch (error) {
        // Cleans up: the worker outlives a database that is restarted.
        if (isDatabaseUnavailable(error)) log.warn({ err: error }, 'the queue cannot be read')
        else log.error({ err: error }, 'the worker failed; it goes on')
        await sleep()
      }
    }
  }

  async function turn(): Promise<void> {
    if (performance.now() - upkeptAt > upkeepMs) {
      await queueDailyInsights(db, uuidv7())
      await forgetOldInsights(db)
      upkeptAt = performance.now()
    }
    const request = await takeRequest(db)
    if (request) {
      await runRequest(work, request)
      onStored()
      return
    }
    await sleep()
  }

  /** A wake that came while there was work to do is not slept through. */
  async function sleep(): Promise<void> {
    if (!woken && !closing) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, pollMs)
        ring = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
    woken = false
  }

  const running = run()
  return {
    wake() {
      woken = true
      ring()
    },
    async close() {
      closing = true
      ring()
      await running
    },
  }
}
