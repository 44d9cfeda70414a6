import { Redis } from 'ioredis'

interface RedisOptions {
  /** Hears of every failed attempt to connect. */
  onError: (error: Error) => void
  /** Shown in CLIENT LIST. */
  name: string
}

/**
 * A connection for as long as the process lives. Commands fail at once while Redis is away and after
 * 1 s when it does not answer, so nothing waits for it; only the first may wait for the connection.
 */
export function openRedis(url: string, { onError, name }: RedisOptions): Redis {
  const redis = new Redis(url, {
    connectionName: name,
    connectTimeout: 2_000,
    commandTimeout: 1_000,
    maxRetriesPerRequest: 0,
    autoResendUnfulfilledCommands: false,
    retryStrategy: (attempt) => Math.min(50 * 2 ** attempt, 1_000),
  })
  const stopQueueing = () => {
    redis.options.enableOfflineQueue = false
  }
  redis.once('ready', stopQueueing)
  redis.once('close', stopQueueing)
  redis.on('error', onError)
  return redis
}

/** A second connection of the same kind, for commands that block: a reply may take as long as it takes. */
export function openBlockingRedis(redis: Redis, onError: (error: Error) => void): Redis {
  const blocking = redis.duplicate({
    commandTimeout: undefined,
    enableOfflineQueue: true,
    // A blocked read that is this late will never be answered: the connection is dead.
    blockingTimeout: 10_000,
  })
  blocking.on('error', onError)
  return blocking
}
