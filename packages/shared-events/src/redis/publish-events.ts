import type { Redis } from 'ioredis'
import { eventField } from './streams.ts'

/**
 * Adds events to a stream, unless the stream ends before the entry that is known to have been added
 * last: then Redis has lost entries and nothing is added, so that new events cannot overtake lost ones.
 * One script, because between a check and an XADD Redis could be emptied.
 */
const script = `
local function parts(id)
  local ms, seq = string.match(id, '^(%d+)-(%d+)$')
  return tonumber(ms), tonumber(seq)
end
if ARGV[2] ~= '' then
  if redis.call('EXISTS', KEYS[1]) == 0 then return false end
  local info = redis.call('XINFO', 'STREAM', KEYS[1])
  local last = '0-0'
  for i = 1, #info, 2 do
    if info[i] == 'last-generated-id' then last = info[i + 1] end
  end
  local lastMs, lastSeq = parts(last)
  local knownMs, knownSeq = parts(ARGV[2])
  if lastMs < knownMs or (lastMs == knownMs and lastSeq < knownSeq) then return false end
end
local ids = {}
for i = 3, #ARGV do
  ids[#ids + 1] = redis.call('XADD', KEYS[1], '*', ARGV[1], ARGV[i])
end
return ids
`

interface Publication {
  stream: string
  /** The newest id this stream is known to have had; undefined when nothing was ever published. */
  lastKnownId: string | undefined
  /** JSON, in order. None at all only asks whether the stream is whole. */
  events: string[]
}

/** The ids of the new entries, in order; undefined when the stream has lost entries, and then nothing was added. */
export async function publishEvents(
  redis: Redis,
  { stream, lastKnownId, events }: Publication,
): Promise<string[] | undefined> {
  const ids = await redis.eval(script, 1, stream, eventField, lastKnownId ?? '', ...events)
  if (ids === null) return undefined
  if (!Array.isArray(ids)) throw new Error(`publishing to ${stream} answered ${typeof ids}`)
  return ids.map(String)
}
