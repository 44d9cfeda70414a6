import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import type { Db } from '@milepost/db-schemas/database'
import type { ProcessedEvents } from '@milepost/db-schemas/event-tables'
import {
  type ClaimedEntry,
  claimIdleEntries,
  ensureGroup,
  forgetConsumers,
  isGroupMissing,
  keepEntries,
  readBacklog,
  readNewEntries,
} from '@milepost/shared-events/redis/consumer-group'
import type { StreamEntry } from '@milepost/shared-events/redis/entry'
import type { Redis } from 'ioredis'
import { backoff, sleep } from './backoff.ts'
import type { DeliveryContext } from './deliver-entry.ts'
import { deliverOneByOne, deliverTogether } from './deliver-together.ts'
import type { Log } from './logger-options.ts'
import type { Metrics } from './metrics.ts'
import { openBlockingRedis } from './open-redis.ts'
import type { Reaction } from './reaction.ts'

export interface ConsumerOptions {
  db: Db
  processedEvents: ProcessedEvents
  /** Any connection of the service; blocking reads get one of their own. */
  redis: Redis
  /** The consuming service: every process of it shares the work. */
  group: string
  streams: readonly string[]
  reactions: readonly Reaction[]
  log: Log
  metrics: Metrics
  /** After this long without an acknowledgement an entry is tried again. Longer than the slowest reaction. */
  retryAfterMs?: number
  deliveriesMax?: number
}

export interface Consumer {
  /** Finishes the entries at hand, which would otherwise wait for somebody to take them over, then resolves. */
  close: () => Promise<void>
}

const batchSize = 100
const blockMs = 1_000
/** Between two reads. What comes meanwhile shares a transaction; what comes after a quiet while waits for nobody. */
const gatherMs = 100
/** A member that has been silent this long and owes nothing is a process that is gone. */
const forgottenAfterMs = 3_600_000

/**
 * Brings every event of the streams to the service's reactions at least once, one after the other,
 * and each counts once. What fails is tried again later and holds nobody up.
 */
export function startConsumer(options: ConsumerOptions): Consumer {
  const { db, processedEvents, redis, group, streams, log, metrics } = options
  const { reactions, retryAfterMs = 15_000, deliveriesMax = 5 } = options
  const consumer = `${hostname()}-${process.pid}-${randomUUID().slice(0, 8)}`
  const closing = new AbortController()
  const { signal } = closing
  const blocking = openBlockingRedis(redis, (error) =>
    log.debug({ err: error }, 'event connection broke'),
  )
  const delivery: DeliveryContext = {
    db,
    processedEvents,
    redis,
    group,
    log,
    metrics,
    deliveriesMax,
    signal,
    reactions: Map.groupBy(reactions, (reaction) => reaction.type),
  }
  const pause = backoff(signal)
  let groupsExist = false
  let clientId: number | undefined
  let failing = false
  let nextUpkeepAt = 0

  async function run(): Promise<void> {
    while (!signal.aborted) {
      try {
        await turn()
        if (failing) log.info({ group }, 'events are read again')
        failing = false
        pause.reset()
      } catch (error) {
        groupsExist = false
        // A group that is gone is made again at once; anything else may need a moment.
        if (isGroupMissing(error)) log.warn({ group }, 'the event group is gone; making it again')
        else if (!failing) log.warn({ group, err: error }, 'events cannot be read')
        failing = true
        await pause.pause()
      }
    }
  }

  async function turn(): Promise<void> {
    if (!groupsExist) {
      for (const stream of streams) await ensureGroup(redis, stream, group)
      clientId = await blocking.client('ID')
      groupsExist = true
    }
    if (performance.now() >= nextUpkeepAt) {
      nextUpkeepAt = performance.now() + Math.min(retryAfterMs / 3, 5_000)
      for (const stream of streams) await upkeep(stream)
    }
    const entries = await readNewEntries(blocking, {
      group,
      consumer,
      streams,
      count: batchSize,
      blockMs: Math.min(blockMs, Math.ceil(retryAfterMs / 3)),
    })
    if (entries.length === 0) return
    const unseen = entries.map((entry) => ({ ...entry, deliveries: 1 }))
    await deliverTogether(delivery, unseen, keeper())
    if (entries.length < batchSize) await sleep(gatherMs, signal)
  }

  async function upkeep(stream: string): Promise<void> {
    const claim = { stream, group, consumer, idleMsMin: retryAfterMs, count: batchSize }
    await deliverOneByOne(delivery, await claimIdleEntries(redis, claim), keeper())
    await forgetConsumers(redis, { stream, group, idleMsMin: forgottenAfterMs })
    const backlog = await readBacklog(redis, stream, group)
    if (backlog?.waiting != null) {
      metrics.eventConsumerLag.set({ stream, group }, backlog.waiting + backlog.pending)
    }
  }

  /** Tells Redis, now and then, that what was handed to us is still being worked on. */
  function keeper() {
    let keptAt = performance.now()
    return async (rest: readonly ClaimedEntry[]) => {
      if (performance.now() - keptAt < retryAfterMs / 3) return
      keptAt = performance.now()
      await keepRest(rest)
    }
  }

  async function keepRest(rest: readonly StreamEntry[]): Promise<void> {
    for (const [stream, entries] of Map.groupBy(rest, (entry) => entry.stream)) {
      await keepEntries(redis, { stream, group, consumer, ids: entries.map(({ id }) => id) })
    }
  }

  const running = run()
  return {
    async close() {
      closing.abort()
      try {
        // A read that waits for events need not wait to its end.
        if (clientId !== undefined) await redis.client('UNBLOCK', clientId)
      } catch (error) {
        log.debug({ group, err: error }, 'the last read was not cut short')
      }
      await running
      blocking.disconnect()
      try {
        for (const stream of streams) {
          await forgetConsumers(redis, { stream, group, consumer, idleMsMin: 0 })
        }
      } catch (error) {
        // Cleans up: Redis may be gone before us, and another process forgets us in an hour.
        log.debug({ group, err: error }, 'left without saying so')
      }
    },
  }
}
