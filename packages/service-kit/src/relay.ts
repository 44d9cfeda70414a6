import type { Redis } from 'ioredis'
import { alarmClock } from './alarm-clock.ts'
import { backoff } from './backoff.ts'
import type { Log } from './logger-options.ts'
import type { Metrics } from './metrics.ts'
import { openRelaySession, type RelaySession } from './relay-session.ts'

export interface RelayOptions {
  /** As the service's own role. The relay keeps one connection of its own. */
  databaseUrl: string
  /** Whose outbox: `projects`. */
  schema: string
  redis: Redis
  /** Where its events go: `events:project`. */
  stream: string
  log: Log
  metrics: Metrics
}

export interface Relay {
  /** Call it after a commit that wrote events: they are then on their way within milliseconds. */
  poke: () => void
  /** Sends the batch at hand, then lets another process take over. */
  close: () => Promise<void>
}

/** Without a poke, how soon an event is found at the latest. */
const pollMs = 1_000

/**
 * Publishes committed outbox rows, in order and at least once, for as long as the process lives. Of
 * all processes of a service one is active, by an advisory lock that belongs to its connection.
 */
export function startRelay(options: RelayOptions): Relay {
  const { schema, log } = options
  const closing = new AbortController()
  const { signal } = closing
  const alarm = alarmClock()
  const pause = backoff(signal)
  let session: RelaySession | undefined
  let poked = false
  let failing = false

  async function run(): Promise<void> {
    while (!signal.aborted) {
      try {
        session ??= await openRelaySession(options, alarm.ring)
        const wasPoked = poked
        poked = false
        await session.turn(signal, wasPoked)
        if (failing) log.info({ schema }, 'events are published again')
        failing = false
        pause.reset()
        await alarm.sleep(pollMs)
      } catch (error) {
        if (!failing) log.warn({ schema, err: error }, 'events wait in the outbox')
        failing = true
        // Also gives up the lead: another process may reach the Redis this one cannot.
        await session?.close()
        session = undefined
        await pause.pause()
      }
    }
    await session?.close()
  }

  const running = run()
  return {
    poke() {
      poked = true
      alarm.ring()
    },
    async close() {
      closing.abort()
      alarm.ring()
      await running
    },
  }
}
