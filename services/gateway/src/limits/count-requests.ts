import type { Redis } from 'ioredis'
import { type Counted, localWindows } from './local-windows.ts'
import { patiently } from './patiently.ts'
import { redisWindows } from './redis-windows.ts'

const lengthMs = 60_000

/** A request waits no longer for its number. */
const waitMsMax = 50
const restMs = 1_000

/**
 * Gives every request its number in the current minute of its key: over all gateways, or in this process
 * alone while Redis is away or slow. One request per second finds out whether it is back.
 */
export function countRequests(redis: Redis, onFallback: (error: unknown) => void) {
  const everywhere = redisWindows(redis, lengthMs)
  const here = localWindows(lengthMs)
  let restsUntil = 0

  return async (key: string): Promise<Counted> => {
    if (redis.status !== 'ready' || performance.now() < restsUntil) return here.count(key)
    try {
      const counted = await patiently(waitMsMax, everywhere(key))
      here.know(key, counted)
      return counted
    } catch (error) {
      // Translates: no number from Redis is one of our own.
      if (performance.now() >= restsUntil) onFallback(error)
      restsUntil = performance.now() + restMs
      return here.count(key)
    }
  }
}
export type CountRequest = ReturnType<typeof countRequests>
