import type { StreamEntry } from '@milepost/shared-events/redis/entry'
import { findLastId, isOlder, readAfter } from '@milepost/shared-events/redis/stream-position'
import type { Redis } from 'ioredis'
import { backoff } from './backoff.ts'
import type { Log } from './logger-options.ts'
import { openBlockingRedis } from './open-redis.ts'

interface FollowOptions {
  /** Any connection of the service; blocking reads get one of their own. */
  redis: Redis
  streams: readonly string[]
  /** Entries since then are read first. */
  since: Date
  onEntry: (entry: StreamEntry) => void
  log: Log
}

export interface Follower {
  close: () => Promise<void>
}

const blockMs = 5_000
const entriesMax = 500

/**
 * Shows this process every entry of the streams, as no group does, for as long as it lives. What was
 * read is not remembered anywhere: entries may come twice, when Redis was emptied and filled again.
 */
export function followStreams({ redis, streams, since, onEntry, log }: FollowOptions): Follower {
  const closing = new AbortController()
  const { signal } = closing
  const pause = backoff(signal)
  const positions = new Map(streams.map((stream) => [stream, `${since.getTime()}-0`]))
  const blocking = openBlockingRedis(redis, (error) =>
    log.debug({ err: error }, 'event connection broke'),
  )
  let failing = false
  let isPlaced = false

  async function turn(): Promise<void> {
    if (!isPlaced) await placeBack()
    isPlaced = true
    const entries = await readAfter(blocking, { positions, count: entriesMax, blockMs })
    for (const entry of entries) onEntry(entry)
    // Nothing for a while is what an emptied stream looks like as well.
    if (entries.length === 0) isPlaced = false
  }

  /** A stream that ends before our place was emptied: what comes now would never be after it. */
  async function placeBack(): Promise<void> {
    for (const [stream, position] of positions) {
      const last = await findLastId(redis, stream)
      if (isOlder(last, position) && position !== `${since.getTime()}-0`) {
        positions.set(stream, '0-0')
      }
    }
  }

  async function run(): Promise<void> {
    while (!signal.aborted) {
      try {
        await turn()
        failing = false
        pause.reset()
      } catch (error) {
        if (signal.aborted) return
        if (!failing) log.warn({ streams, err: error }, 'events cannot be followed')
        failing = true
        isPlaced = false
        await pause.pause()
      }
    }
  }

  const running = run()
  return {
    async close() {
      closing.abort()
      blocking.disconnect()
      await running
    },
  }
}
