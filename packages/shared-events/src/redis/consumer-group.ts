import type { Redis } from 'ioredis'
import { type RawEntry, type StreamEntry, toEntries } from './entry.ts'

/** A group's name and one member of it. Two processes never share a consumer name. */
export interface Consumer {
  group: string
  consumer: string
}

/** Makes the group, from the first entry there is, when it does not exist. Doing it again changes nothing. */
export async function ensureGroup(redis: Redis, stream: string, group: string): Promise<void> {
  try {
    await redis.xgroup('CREATE', stream, group, '0', 'MKSTREAM')
  } catch (error) {
    // Translates: the group being there already is what was asked for.
    if (!isReplyError(error, 'BUSYGROUP')) throw error
  }
}

/** Whether Redis says the stream or the group is gone, as after a FLUSHALL. */
export const isGroupMissing = (error: unknown): boolean =>
  isReplyError(error, 'NOGROUP') || isReplyError(error, 'UNBLOCKED')

const isReplyError = (error: unknown, code: string) =>
  error instanceof Error && error.message.startsWith(code)

interface Read extends Consumer {
  streams: readonly string[]
  count: number
  blockMs: number
}

/** The next entries no member has seen, or none after `blockMs`. Needs a connection of its own. */
export async function readNewEntries(
  redis: Redis,
  { group, consumer, streams, count, blockMs }: Read,
): Promise<StreamEntry[]> {
  const read = (await redis.xreadgroup(
    ...(['GROUP', group, consumer, 'COUNT', count, 'BLOCK', blockMs, 'STREAMS'] as const),
    ...streams,
    ...streams.map(() => '>'),
  )) as [string, RawEntry[]][] | null
  return (read ?? []).flatMap(([stream, entries]) => toEntries(stream, entries))
}

/** An entry that a member took and did not acknowledge. */
export interface ClaimedEntry extends StreamEntry {
  /** How often it has been handed out, this time included. */
  deliveries: number
}

interface Claim extends Consumer {
  stream: string
  idleMsMin: number
  count: number
}

/** Takes over what has been pending for `idleMsMin`: a failed attempt, or the work of a member that died. */
export async function claimIdleEntries(
  redis: Redis,
  { stream, group, consumer, idleMsMin, count }: Claim,
): Promise<ClaimedEntry[]> {
  const [, raw] = (await redis.xautoclaim(
    ...([stream, group, consumer, idleMsMin, '0-0', 'COUNT', count] as const),
  )) as [string, RawEntry[]]
  const entries = toEntries(stream, raw)
  const [first, last] = [entries.at(0), entries.at(-1)]
  if (!first || !last) return []

  const pending = (await redis.xpending(
    ...([stream, group, first.id, last.id, 10_000, consumer] as const),
  )) as [id: string, consumer: string, idleMs: number, deliveries: number][]
  const deliveries = new Map(pending.map(([id, , , count]) => [id, count]))
  return entries.map((entry) => ({ ...entry, deliveries: deliveries.get(entry.id) ?? 1 }))
}

/** Tells Redis that work on these goes on, so that no other member takes them. Counts as no delivery. */
export async function keepEntries(
  redis: Redis,
  { stream, group, consumer, ids }: Consumer & { stream: string; ids: string[] },
): Promise<void> {
  if (ids.length > 0) await redis.xclaim(stream, group, consumer, 0, ...ids, 'JUSTID')
}

/** Says that this group is done with the entries. */
export async function acknowledge(
  redis: Redis,
  entries: readonly StreamEntry[],
  group: string,
): Promise<void> {
  for (const [stream, some] of Map.groupBy(entries, (entry) => entry.stream)) {
    await redis.xack(stream, group, ...some.map(({ id }) => id))
  }
}

/** How far a group is behind: entries not yet handed out, and handed out but not acknowledged. */
export async function readBacklog(
  redis: Redis,
  stream: string,
  group: string,
): Promise<{ waiting: number | null; pending: number } | undefined> {
  const groups = (await redis.xinfo('GROUPS', stream)) as (string | number | null)[][]
  for (const fields of groups) {
    const info = new Map(fields.flatMap((name, i) => (i % 2 ? [] : [[name, fields[i + 1]]])))
    if (info.get('name') !== group) continue
    const lag = info.get('lag')
    return {
      // Redis answers null when entries were deleted in between and it cannot know.
      waiting: typeof lag === 'number' ? lag : null,
      pending: Number(info.get('pending')),
    }
  }
  return undefined
}

/** One script: a member that was given an entry between a look and the deletion would lose it. */
const forgetScript = `
local forgotten = 0
for _, fields in ipairs(redis.call('XINFO', 'CONSUMERS', KEYS[1], ARGV[1])) do
  local consumer = {}
  for i = 1, #fields, 2 do consumer[fields[i]] = fields[i + 1] end
  local named = ARGV[3] == '' or consumer['name'] == ARGV[3]
  if named and consumer['pending'] == 0 and consumer['idle'] >= tonumber(ARGV[2]) then
    redis.call('XGROUP', 'DELCONSUMER', KEYS[1], ARGV[1], consumer['name'])
    forgotten = forgotten + 1
  end
end
return forgotten
`

/** Forgets members with nothing pending: one by name when it leaves, or all that have been gone for `idleMsMin`. */
export async function forgetConsumers(
  redis: Redis,
  { stream, group, consumer, idleMsMin }: { stream: string; idleMsMin: number } & Partial<Consumer>,
): Promise<void> {
  await redis.eval(forgetScript, 1, stream, group ?? '', idleMsMin, consumer ?? '')
}
