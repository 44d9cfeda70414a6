import type { Redis } from 'ioredis'
import { type RawEntry, type StreamEntry, toEntries } from './entry.ts'

/** Whether one stream id is older than the other. */
export function isOlder(one: string, other: string): boolean {
  const [oneMs = 0, oneSeq = 0] = one.split('-').map(Number)
  const [otherMs = 0, otherSeq = 0] = other.split('-').map(Number)
  return oneMs < otherMs || (oneMs === otherMs && oneSeq < otherSeq)
}

/** The id of the newest entry the stream has ever had; `0-0` when there is no stream. */
export async function findLastId(redis: Redis, stream: string): Promise<string> {
  if ((await redis.exists(stream)) === 0) return '0-0'
  const fields = (await redis.xinfo('STREAM', stream)) as unknown[]
  return String(fields[fields.indexOf('last-generated-id') + 1])
}

interface Read {
  /** Stream → the id of the last entry read; moved on by what is read now. */
  positions: Map<string, string>
  count: number
  blockMs: number
}

/**
 * The entries after each position, or none after `blockMs`. Without a group, so everybody who reads
 * sees everything. Needs a connection of its own.
 */
export async function readAfter(
  redis: Redis,
  { positions, count, blockMs }: Read,
): Promise<StreamEntry[]> {
  const answer = (await redis.xread(
    ...(['COUNT', count, 'BLOCK', blockMs, 'STREAMS'] as const),
    ...positions.keys(),
    ...positions.values(),
  )) as [string, RawEntry[]][] | null
  return (answer ?? []).flatMap(([stream, raw]) => {
    const [last] = raw.at(-1) ?? []
    if (last !== undefined) positions.set(stream, last)
    return toEntries(stream, raw)
  })
}
