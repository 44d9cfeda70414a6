import type { ClaimedEntry } from '@milepost/shared-events/redis/consumer-group'
import { z } from 'zod'
import type { PreparedEvent, Reaction } from './reaction.ts'

/** What is read before anything is known about the event. */
const headerSchema = z.looseObject({
  event_type: z.string(),
  event_id: z.string(),
  correlation_id: z.string(),
})
export type EventHeader = z.infer<typeof headerSchema>

type AnyReadEntry =
  /** Of a type that nobody here reacts to. */
  | { is: 'ignored'; entry: ClaimedEntry }
  | { is: 'wanted'; entry: ClaimedEntry; header: EventHeader; prepared: PreparedEvent }
  | { is: 'dead'; entry: ClaimedEntry; header?: EventHeader; reason: string; error?: unknown }
export type ReadEntry<Is extends AnyReadEntry['is']> = Extract<AnyReadEntry, { is: Is }>

interface Reader {
  reactions: ReadonlyMap<string, readonly Reaction[]>
  deliveriesMax: number
}

/** What is to become of an entry, before anything is done about it. */
export function readEntry({ reactions, deliveriesMax }: Reader, entry: ClaimedEntry): AnyReadEntry {
  const message = parseJson(entry.event)
  const { data: header } = headerSchema.safeParse(message)
  if (!header) return { is: 'dead', entry, reason: 'It is not an event.' }

  const wanted = reactions.get(header.event_type)
  if (!wanted) return { is: 'ignored', entry }
  // Handed out more often than we ever let it fail: it ended every process that tried.
  if (entry.deliveries > deliveriesMax) {
    return { is: 'dead', entry, header, reason: 'No attempt came to an end.' }
  }
  try {
    const prepared = wanted.map((reaction) => reaction.prepare(message))
    return { is: 'wanted', entry, header, prepared }
  } catch (error) {
    // Translates: an event that breaks its contract today breaks it tomorrow.
    return { is: 'dead', entry, header, reason: reasonOf(error), error }
  }
}

export const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

function parseJson(text: string | undefined): unknown {
  if (text === undefined) return undefined
  try {
    return JSON.parse(text)
  } catch {
    // Translates: text that is not JSON is no event.
    return undefined
  }
}
