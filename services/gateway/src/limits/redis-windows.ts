import type { Redis } from 'ioredis'
import type { Counted } from './local-windows.ts'

/** One script, so that the first of two at once makes the window and both are counted in it. */
const script = `
local count = redis.call('INCR', KEYS[1])
local left = redis.call('PTTL', KEYS[1])
if left < 0 then
  redis.call('PEXPIRE', KEYS[1], ARGV[1])
  left = tonumber(ARGV[1])
end
return {count, left}
`

declare module 'ioredis' {
  interface RedisCommander {
    countRequest(key: string, lengthMs: number): Promise<[count: number, endsInMs: number]>
  }
}

/** Counts over all gateways. A window begins with the first request in it, so no clock matters but Redis'. */
export function redisWindows(redis: Redis, lengthMs: number) {
  redis.defineCommand('countRequest', { numberOfKeys: 1, lua: script })

  return async (key: string): Promise<Counted> => {
    const [count, endsInMs] = await redis.countRequest(`limit:${key}`, lengthMs)
    return { count, endsInMs }
  }
}
