import type { ClaimedEntry } from '@milepost/shared-events/redis/consumer-group'
import { bury, type DeliveryContext, deliverEntry, ignore, settle } from './deliver-entry.ts'
import { applyOnce } from './reaction.ts'
import { type ReadEntry, readEntry } from './read-entry.ts'

/**
 * Applies entries that nobody has tried yet in one transaction, which takes little longer than one of
 * them would by itself. When that fails for whatever reason, nothing has happened: each is then
 * delivered by itself, and the one that fails alone is the one to blame.
 */
export async function deliverTogether(
  context: DeliveryContext,
  entries: readonly ClaimedEntry[],
  keep: (rest: readonly ClaimedEntry[]) => Promise<void>,
): Promise<void> {
  const wanted: ReadEntry<'wanted'>[] = []
  const ignored: ReadEntry<'ignored'>[] = []
  for (const entry of entries) {
    const read = readEntry(context, entry)
    if (read.is === 'wanted') wanted.push(read)
    else if (read.is === 'ignored') ignored.push(read)
    else await bury(context, read)
  }
  if (ignored.length > 0) await ignore(context, ignored)

  const left = wanted.map(({ entry }) => entry)
  const applied = wanted.length > 1 && (await tryTogether(context, wanted, () => keep(left)))
  if (applied) await settle(context, wanted, applied)
  else await deliverOneByOne(context, left, keep)
}

/** Which were applied, or false when none could be. */
async function tryTogether(
  { db, processedEvents, log, group }: DeliveryContext,
  wanted: readonly ReadEntry<'wanted'>[],
  keep: () => Promise<void>,
): Promise<boolean[] | false> {
  try {
    const events = wanted.map(({ prepared }) => prepared)
    return await applyOnce(db, processedEvents, events, keep)
  } catch (error) {
    // Translates: which of them failed, and whether it was its own fault, shows one by one.
    log.debug({ group, err: error }, 'events failed together; each is tried by itself')
    return false
  }
}

/** In order; `keep` is told what is still to come. */
export async function deliverOneByOne(
  context: DeliveryContext,
  entries: readonly ClaimedEntry[],
  keep: (rest: readonly ClaimedEntry[]) => Promise<void>,
): Promise<void> {
  for (const [index, entry] of entries.entries()) {
    const keepRest = () => keep(entries.slice(index))
    await keepRest()
    await deliverEntry(context, entry, keepRest)
  }
}
