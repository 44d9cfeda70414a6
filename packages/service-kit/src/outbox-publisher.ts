import { publishEvents } from '@milepost/shared-events/redis/publish-events'
import { trimStream } from '@milepost/shared-events/redis/trim-stream'
import type { ClientBase } from 'pg'
import { keepHouse } from './keep-house.ts'
import { outboxRows } from './outbox-rows.ts'
import type { RelayOptions } from './relay.ts'

const batchSize = 500
/** For sockets that come back and ask what they missed. */
const streamEntriesKept = 10_000
const trimEveryMs = 60_000
const keepHouseEveryMs = 3_600_000

/** What the leading relay does, on the connection that makes it the leader. */
export async function outboxPublisher(
  client: ClientBase,
  { schema, redis, stream, log, metrics }: RelayOptions,
) {
  const outbox = outboxRows(client, schema)
  let lastKnownId = await outbox.findLastStreamId()
  let trimAt = 0
  let keepHouseAt = 0

  /** One batch; resolves to whether more waits. */
  async function publishBatch(): Promise<boolean> {
    const rows = await outbox.listWaiting(batchSize)
    const full = rows.length === batchSize
    metrics.outboxBacklog.set({ schema }, full ? await outbox.countWaiting() : rows.length)

    const events = rows.map((row) => row.event)
    const ids = await publishEvents(redis, { stream, lastKnownId, events })
    if (!ids) {
      const waiting = await outbox.unsendAll()
      lastKnownId = undefined
      log.warn({ stream, events: waiting }, 'Redis has lost events; they are sent again')
      return true
    }
    if (rows.length > 0) {
      await outbox.markSent(rows, ids)
      lastKnownId = ids.at(-1)
      metrics.eventsPublished.inc({ stream }, rows.length)
      metrics.outboxBacklog.dec({ schema }, rows.length)
    }
    return full
  }

  async function upkeep(): Promise<void> {
    const now = performance.now()
    if (now >= trimAt) {
      trimAt = now + trimEveryMs
      await trimStream(redis, { stream, keep: streamEntriesKept })
    }
    if (now >= keepHouseAt) {
      keepHouseAt = now + keepHouseEveryMs
      await keepHouse(client, schema)
    }
  }

  return {
    /** Publishes all that waits, or as much as there is time for. */
    async publish(signal: AbortSignal): Promise<void> {
      while ((await publishBatch()) && !signal.aborted);
      if (!signal.aborted) await upkeep()
    },
  }
}
