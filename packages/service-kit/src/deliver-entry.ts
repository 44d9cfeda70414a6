import type { Db } from '@milepost/db-schemas/database'
import type { ProcessedEvents } from '@milepost/db-schemas/event-tables'
import { acknowledge, type ClaimedEntry } from '@milepost/shared-events/redis/consumer-group'
import { buryEntry } from '@milepost/shared-events/redis/dead-letters'
import type { Redis } from 'ioredis'
import { backoff } from './backoff.ts'
import { isDatabaseUnreachable, isTransactionConflict } from './database-errors.ts'
import type { Log } from './logger-options.ts'
import type { Metrics } from './metrics.ts'
import { applyOnce, type PreparedEvent, type Reaction } from './reaction.ts'
import { type EventHeader, type ReadEntry, readEntry, reasonOf } from './read-entry.ts'

export interface DeliveryContext {
  db: Db
  processedEvents: ProcessedEvents
  redis: Redis
  group: string
  reactions: Map<string, Reaction[]>
  log: Log
  metrics: Metrics
  deliveriesMax: number
  /** Fires when the process closes: an entry that cannot be applied now is then left for later. */
  signal: AbortSignal
}

/**
 * Applies one entry and acknowledges it. An unknown type is acknowledged, what does not parse is a
 * dead letter at once, and what fails stays pending until its last delivery makes it one. Throws only
 * when Redis is away, or the database is and the process closes. `keep` tells Redis that we still try.
 */
export async function deliverEntry(
  context: DeliveryContext,
  entry: ClaimedEntry,
  keep: () => Promise<void>,
): Promise<void> {
  const read = readEntry(context, entry)
  if (read.is === 'dead') return bury(context, read)
  if (read.is === 'ignored') return ignore(context, [read])
  await applyEntry(context, read, keep)
}

/** Says that this group needs none of these. */
export async function ignore(
  { redis, group, metrics }: DeliveryContext,
  ignored: readonly ReadEntry<'ignored'>[],
): Promise<void> {
  await acknowledge(
    redis,
    ignored.map(({ entry }) => entry),
    group,
  )
  metrics.eventsConsumed.inc({ type: 'other', outcome: 'ignored' }, ignored.length)
}

async function applyEntry(
  context: DeliveryContext,
  wanted: ReadEntry<'wanted'>,
  keep: () => Promise<void>,
): Promise<void> {
  const { group, log, metrics, deliveriesMax, signal } = context
  const { entry, header, prepared } = wanted
  let applied: boolean
  try {
    applied = await applyWhenPossible(context, prepared, keep)
  } catch (error) {
    // Translates a failed reaction into a later attempt, or the last one into a dead letter.
    if (signal.aborted && isDatabaseUnreachable(error)) throw error
    metrics.eventsConsumed.inc({ type: header.event_type, outcome: 'failed' })
    if (entry.deliveries >= deliveriesMax) {
      return bury(context, { entry, header, reason: reasonOf(error), error })
    }
    log.warn(
      { ...aboutEvent(header, group), deliveries: entry.deliveries, err: error },
      'event failed; it will be tried again',
    )
    return
  }
  await settle(context, [wanted], [applied])
}

/** Acknowledges what was applied, now or before, and says so. */
export async function settle(
  { redis, group, log, metrics }: DeliveryContext,
  wanted: readonly ReadEntry<'wanted'>[],
  applied: readonly boolean[],
): Promise<void> {
  await acknowledge(
    redis,
    wanted.map(({ entry }) => entry),
    group,
  )
  for (const [index, { header }] of wanted.entries()) {
    const isFirst = applied[index] === true
    const outcome = isFirst ? 'applied' : 'repeated'
    metrics.eventsConsumed.inc({ type: header.event_type, outcome })
    if (isFirst) log.info(aboutEvent(header, group), 'event applied')
    else log.debug(aboutEvent(header, group), 'event had been applied before')
  }
}

/** A database that is away is no fault of the event: it waits for it, and the order is kept. */
async function applyWhenPossible(
  { db, processedEvents, log, group, signal }: DeliveryContext,
  prepared: PreparedEvent,
  keep: () => Promise<void>,
): Promise<boolean> {
  const pause = backoff(signal)
  for (let attempt = 1; ; attempt++) {
    try {
      const [applied = false] = await applyOnce(db, processedEvents, [prepared])
      return applied
    } catch (error) {
      if (isTransactionConflict(error) && attempt < 5) continue
      if (!isDatabaseUnreachable(error) || signal.aborted) throw error
      if (attempt === 1) log.warn({ group, err: error }, 'events wait for the database')
      await pause.pause()
      await keep()
    }
  }
}

type Burial = Omit<ReadEntry<'dead'>, 'is'>

export async function bury(
  { redis, group, log, metrics }: DeliveryContext,
  { entry, header, reason, error }: Burial,
): Promise<void> {
  await buryEntry(redis, { entry, group, reason, deliveries: entry.deliveries })
  const { stream, id, deliveries } = entry
  metrics.eventDeadLetters.inc({ stream, group })
  metrics.eventsConsumed.inc({ type: header?.event_type ?? 'unreadable', outcome: 'dead' })
  log.error(
    {
      ...(header && aboutEvent(header, group)),
      stream,
      stream_id: id,
      deliveries,
      reason,
      err: error,
    },
    'event given up; it is in the dead-letter stream',
  )
}

const aboutEvent = ({ correlation_id, event_type, event_id }: EventHeader, group: string) => ({
  correlation_id,
  event_type,
  event_id,
  group,
})
