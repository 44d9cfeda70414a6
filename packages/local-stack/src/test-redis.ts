import { Redis } from 'ioredis'
import { afterAll, inject } from 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    /** Of a Redis server; its database 0 only counts. */
    redisUrl: string
  }
}

export interface TestRedis {
  /** Names this file's own logical database: streams and keys of other files are not in it. */
  url: string
  redis: Redis
}

/** An empty Redis of this test file's own, emptied when the file is done. Call it at the top of the file. */
export async function openTestRedis(): Promise<TestRedis> {
  const url = await claimDatabase(inject('redisUrl'))
  const redis = new Redis(url)
  afterAll(async () => {
    await redis.flushdb()
    await redis.quit()
  })
  return { url, redis }
}

/** The next one that is empty: what somebody keeps on a Redis of their own is never overwritten. */
async function claimDatabase(serverUrl: string): Promise<string> {
  const server = new Redis(serverUrl)
  try {
    const [, databases] = (await server.config('GET', 'databases')) as string[]
    const count = Number(databases)
    for (let tries = 1; tries < count; tries += 1) {
      const number = 1 + ((await server.incr('milepost:test-databases')) % (count - 1))
      await server.select(number)
      const size = await server.dbsize()
      await server.select(0)
      if (size === 0) return new URL(`/${number}`, serverUrl).href
    }
    throw new Error(`All ${count} databases of ${new URL(serverUrl).host} are in use.`)
  } finally {
    await server.quit()
  }
}
