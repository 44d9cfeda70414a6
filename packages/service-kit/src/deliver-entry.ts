import type { Db } from '@milepost/db-schemas/database'
import type { ProcessedEvents } from '@milepost/db-schemas/event-tables'
import { acknowledge, type ClaimedEntry } from '@milepost/shared-events/redis/consumer-group'
import { buryEntry } from '@milepost/shared-events/redis/dead-letters'
import type { Redis } from 'ioredis'
import { z } from 'zod'
import { backoff } from './backoff.ts'
import { isDatabaseUnreachable, isTransactionConflict } from './database-errors.ts'
import type { Log } from './logger-options.ts'
import type { Metrics } from './metrics.ts'
import { applyOnce, type Reaction } from './reaction.ts'

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

/** What is read before anything is known about the event. */
const headerSchema = z.looseObject({
  event_type: z.string(),
  event_id: z.string(),
  correlation_id: z.string(),
})

type Header = z.infer<typeof headerSchema>
type Prepared = ReturnType<Reaction['prepare']>

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
  const { redis, group, reactions, metrics, deliveriesMax } = context
  const message = parseJson(entry.event)
  const header = headerSchema.safeParse(message)
  if (!header.success) return bury(context, entry, { reason: 'It is not an event.' })

  const wanted = reactions.get(header.data.event_type)
  if (!wanted) {
    metrics.eventsConsumed.inc({ type: 'other', outcome: 'ignored' })
    return acknowledge(redis, entry, group)
  }
  // Handed out more often than we ever let it fail: it ended every process that tried.
  if (entry.deliveries > deliveriesMax) {
    return bury(context, entry, { header: header.data, reason: 'No attempt came to an end.' })
  }
  let prepared: Prepared[]
  try {
    prepared = wanted.map((reaction) => reaction.prepare(message))
  } catch (error) {
    // Translates: an event that breaks its contract today breaks it tomorrow.
    return bury(context, entry, { header: header.data, reason: reasonOf(error), error })
  }
  await applyEntry(context, entry, { header: header.data, prepared, keep })
}

interface Work {
  header: Header
  prepared: Prepared[]
  keep: () => Promise<void>
}

async function applyEntry(
  context: DeliveryContext,
  entry: ClaimedEntry,
  { header, prepared, keep }: Work,
): Promise<void> {
  const { redis, group, log, metrics, deliveriesMax, signal } = context
  const about = aboutEvent(header, group)
  let applied: boolean
  try {
    applied = await applyWhenPossible(context, prepared, keep)
  } catch (error) {
    // Translates a failed reaction into a later attempt, or the last one into a dead letter.
    if (signal.aborted && isDatabaseUnreachable(error)) throw error
    metrics.eventsConsumed.inc({ type: header.event_type, outcome: 'failed' })
    if (entry.deliveries >= deliveriesMax) {
      return bury(context, entry, { header, reason: reasonOf(error), error })
    }
    log.warn(
      { ...about, deliveries: entry.deliveries, err: error },
      'event failed; it will be tried again',
    )
    return
  }
  await acknowledge(redis, entry, group)
  metrics.eventsConsumed.inc({
    type: header.event_type,
    outcome: applied ? 'applied' : 'repeated',
  })
  if (applied) log.info(about, 'event applied')
  else log.debug(about, 'event had been applied before')
}

/** A database that is away is no fault of the event: it waits for it, and the order is kept. */
async function applyWhenPossible(
  { db, processedEvents, log, group, signal }: DeliveryContext,
  prepared: Prepared[],
  keep: () => Promise<void>,
): Promise<boolean> {
  const pause = backoff(signal)
  for (let attempt = 1; ; attempt++) {
    try {
      return await applyOnce(db, processedEvents, prepared)
    } catch (error) {
      if (isTransactionConflict(error) && attempt < 5) continue
      if (!isDatabaseUnreachable(error) || signal.aborted) throw error
      if (attempt === 1) log.warn({ group, err: error }, 'events wait for the database')
      await pause.pause()
      await keep()
    }
  }
}

interface Burial {
  header?: Header
  reason: string
  error?: unknown
}

async function bury(
  { redis, group, log, metrics }: DeliveryContext,
  entry: ClaimedEntry,
  { header, reason, error }: Burial,
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

const aboutEvent = ({ correlation_id, event_type, event_id }: Header, group: string) => ({
  correlation_id,
  event_type,
  event_id,
  group,
})

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

function parseJson(text: string | undefined): unknown {
  if (text === undefined) return undefined
  try {
    return JSON.parse(text)
  } catch {
    // Translates: text that is not JSON is no event.
    return undefined
  }
}
