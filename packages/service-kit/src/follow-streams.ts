import type { StreamEntry } from '@milepost/shared-events/redis/entry'
import { findLastId, isOlder, readAfter } from '@milepost/shared-events/redis/stream-position'
import type { Redis } from 'ioredis'
import { backoff } from './backoff.ts'
import type { Log } from './logger-options.ts'
import { openBlockingRedis } from './open-redis.ts'

interface FollowOptions {
  /** Any connection of the service; blocking reads get one of their own. */
  redis: Redis
  /** Where each stream is begun: with its entries since a moment, or with what comes from now on. */
  streams: Readonly<Record<string, Date | 'now'>>
  onEntry: (entry: StreamEntry) => void
  /** Entries may have gone by unread, or what comes next be old ones again. */
  onGap?: () => void
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
export function followStreams(options: FollowOptions): Follower {
  const { redis, streams, onEntry, onGap = () => {}, log } = options
  const closing = new AbortController()
  const { signal } = closing
  const pause = backoff(signal)
  /** Stream → the id of the last entry read, as far as it is known. */
  const positions = new Map<string, string>()
  const blocking = openBlockingRedis(redis, (error) =>
    log.debug({ err: error }, 'event connection broke'),
  )
  let failing = false
  let hasFailed = false
  let isPlaced = false

  async function turn(): Promise<void> {
    if (!isPlaced) for (const stream of Object.keys(streams)) await place(stream)
    isPlaced = true
    const entries = await readAfter(blocking, { positions, count: entriesMax, blockMs })
    for (const entry of entries) onEntry(entry)
    // Nothing for a while is what an emptied stream looks like as well.
    if (entries.length === 0) isPlaced = false
  }

  /** A stream that ends before our place was emptied: what comes now would never be after it. */
  async function place(stream: string): Promise<void> {
    const last = await findLastId(redis, stream)
    const position = positions.get(stream)
    if (position === undefined) {
      const start = streams[stream]
      positions.set(stream, start instanceof Date ? `${start.getTime()}-0` : last)
      if (hasFailed) onGap()
    } else if (isOlder(last, position) && !isStart(stream, position)) {
      positions.set(stream, '0-0')
      onGap()
    }
  }

  /** Nothing was read yet, so the stream may well end before it. */
  function isStart(stream: string, position: string): boolean {
    const start = streams[stream]
    return start instanceof Date && position === `${start.getTime()}-0`
  }

  async function run(): Promise<void> {
    while (!signal.aborted) {
      try {
        await turn()
        failing = false
        pause.reset()
      } catch (error) {
        if (signal.aborted) return
        if (!failing) log.warn({ err: error }, 'events cannot be followed')
        failing = true
        hasFailed = true
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
