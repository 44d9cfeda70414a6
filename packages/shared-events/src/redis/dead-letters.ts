import type { Redis } from 'ioredis'
import type { StreamEntry } from './entry.ts'
import { deadLetterStreamOf, eventField } from './streams.ts'

interface Burial {
  entry: StreamEntry
  group: string
  /** Why it could not be applied, for whoever repairs it. */
  reason: string
  deliveries: number
}

/** Moves an entry out of its group's way: kept in the dead-letter stream and acknowledged, both or neither. */
export async function buryEntry(
  redis: Redis,
  { entry, group, reason, deliveries }: Burial,
): Promise<void> {
  const results = await redis
    .multi()
    .xadd(
      deadLetterStreamOf(entry.stream),
      '*',
      ...[eventField, entry.event ?? '', 'reason', reason, 'group', group],
      ...['stream_id', entry.id, 'deliveries', String(deliveries)],
    )
    .xack(entry.stream, group, entry.id)
    .exec()
  for (const [error] of results ?? []) if (error) throw error
}

/**
 * Puts a stream's dead letters back at its end, oldest first, and answers how many. Groups that had
 * applied one already skip it; those that had not get another five tries.
 */
export async function replayDeadLetters(redis: Redis, stream: string): Promise<number> {
  const dead = deadLetterStreamOf(stream)
  let replayed = 0
  for (;;) {
    const entries = await redis.xrange(dead, '-', '+', 'COUNT', 100)
    if (entries.length === 0) return replayed
    for (const [id, fields] of entries) {
      const event = fields[fields.indexOf(eventField) + 1] ?? ''
      const results = await redis.multi().xadd(stream, '*', eventField, event).xdel(dead, id).exec()
      for (const [error] of results ?? []) if (error) throw error
      replayed++
    }
  }
}
