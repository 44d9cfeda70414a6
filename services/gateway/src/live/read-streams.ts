import { backoff } from '@milepost/service-kit/backoff'
import { type RawEntry, type StreamEntry, toEntries } from '@milepost/shared-events/redis/entry'
import type { Redis } from 'ioredis'

interface ReadOptions {
  /** A connection of its own: it waits in XREAD nearly all the time. */
  redis: Redis
  streams: readonly string[]
  /** Called once it is known where the streams stand, and again after any interruption. */
  onStart: (reader: Redis) => Promise<void>
  onEntry: (entry: StreamEntry) => void
  /** Entries may have gone by unread. */
  onGap: () => void
  /** Hears of the first failure of each interruption. */
  onError: (error: unknown) => void
}

const blockMs = 5_000
const entriesMax = 500

/**
 * Follows streams from now on, with plain XREAD: no group, so every gateway sees everything. Goes on
 * after an interruption where it was; if Redis has forgotten that place, it says that there is a gap.
 */
export function readStreams(options: ReadOptions): { close: () => Promise<void> } {
  const { redis, streams, onStart, onEntry, onGap, onError } = options
  const closing = new AbortController()
  const positions = new Map<string, string>()
  const pause = backoff(closing.signal)
  let interrupted = false

  async function takePositions(): Promise<void> {
    for (const stream of streams) {
      const last = await lastIdOf(redis, stream)
      const known = positions.get(stream)
      if (known !== undefined && !isBefore(last, known)) continue
      positions.set(stream, last)
      // Redis has lost entries, or there was time to miss some before we first reached it.
      if (known !== undefined || interrupted) onGap()
    }
    await onStart(redis)
  }

  async function read(): Promise<void> {
    const answer = (await redis.xread(
      ...(['COUNT', entriesMax, 'BLOCK', blockMs, 'STREAMS'] as const),
      ...streams,
      ...streams.map((stream) => positions.get(stream) ?? '0-0'),
    )) as [string, RawEntry[]][] | null
    for (const [stream, raw] of answer ?? []) {
      for (const entry of toEntries(stream, raw)) onEntry(entry)
      const [last] = raw.at(-1) ?? []
      if (last !== undefined) positions.set(stream, last)
    }
  }

  async function run(): Promise<void> {
    let started = false
    let failing = false
    while (!closing.signal.aborted) {
      try {
        if (!started) await takePositions()
        started = true
        await read()
        pause.reset()
        failing = false
      } catch (error) {
        if (closing.signal.aborted) return
        started = false
        interrupted = true
        if (!failing) onError(error)
        failing = true
        await pause.pause()
      }
    }
  }

  const running = run()
  return {
    async close() {
      closing.abort()
      redis.disconnect()
      await running
    },
  }
}

/** The id of the newest entry there ever was in it. */
async function lastIdOf(redis: Redis, stream: string): Promise<string> {
  if ((await redis.exists(stream)) === 0) return '0-0'
  const fields = (await redis.xinfo('STREAM', stream)) as unknown[]
  return String(fields[fields.indexOf('last-generated-id') + 1])
}

/** Whether one stream id is older than the other. */
function isBefore(one: string, other: string): boolean {
  const [oneMs = 0, oneSeq = 0] = one.split('-').map(Number)
  const [otherMs = 0, otherSeq = 0] = other.split('-').map(Number)
  return oneMs < otherMs || (oneMs === otherMs && oneSeq < otherSeq)
}
