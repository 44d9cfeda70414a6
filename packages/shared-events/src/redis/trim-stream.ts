import type { Redis } from 'ioredis'

/**
 * Removes the oldest entries that every group has both received and acknowledged, and never one of
 * the newest `keep`. A stream without groups is left alone: whoever it is for has yet to come.
 */
const script = `
local excess = redis.call('XLEN', KEYS[1]) - tonumber(ARGV[1])
if excess <= 0 then return 0 end
local groups = redis.call('XINFO', 'GROUPS', KEYS[1])
if #groups == 0 then return 0 end

local function parts(id)
  local ms, seq = string.match(id, '^(%d+)-(%d+)$')
  return tonumber(ms), tonumber(seq)
end
local function older(one, other)
  local oneMs, oneSeq = parts(one)
  local otherMs, otherSeq = parts(other)
  return oneMs < otherMs or (oneMs == otherMs and oneSeq < otherSeq)
end

local count = math.min(excess, tonumber(ARGV[2]))
local oldest = redis.call('XRANGE', KEYS[1], '-', '+', 'COUNT', count + 1)
local cut = oldest[#oldest][1]
for _, fields in ipairs(groups) do
  local group = {}
  for i = 1, #fields, 2 do group[fields[i]] = fields[i + 1] end
  local reached = group['last-delivered-id']
  if group['pending'] > 0 then
    reached = redis.call('XPENDING', KEYS[1], group['name'])[2]
  end
  if older(reached, cut) then cut = reached end
end
return redis.call('XTRIM', KEYS[1], 'MINID', cut)
`

/** Redis is not held up for longer than this many entries take. */
const trimmedMax = 1_000

/** How many entries went. A full thousand means there may be more to trim. */
export async function trimStream(
  redis: Redis,
  { stream, keep }: { stream: string; keep: number },
): Promise<number> {
  return Number(await redis.eval(script, 1, stream, keep, trimmedMax))
}
