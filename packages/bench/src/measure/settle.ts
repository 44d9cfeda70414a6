import { setTimeout as wait } from 'node:timers/promises'
import type { Redis } from 'ioredis'
import type pg from 'pg'

const waitMsMax = 30_000

/** Waits until every event is out and every consumer has worked through what it was given. */
export async function settled(owner: pg.Pool, redis: Redis): Promise<void> {
  const deadline = performance.now() + waitMsMax
  while ((await unpublished(owner)) > 0 || (await unread(redis)) > 0) {
    if (performance.now() > deadline) throw new Error('Events are still under way after 30 s.')
    await wait(50)
  }
}

async function unpublished(owner: pg.Pool): Promise<number> {
  const { rows } = await owner.query<{ count: number }>(
    'select count(*)::int as count from projects.outbox where published_at is null',
  )
  return rows[0]?.count ?? 0
}

/** Entries of the project stream that some group has not acknowledged. */
async function unread(redis: Redis): Promise<number> {
  if ((await redis.exists('events:project')) === 0) return 0
  const groups = (await redis.xinfo('GROUPS', 'events:project')) as unknown[][]
  return groups.reduce((sum, group) => sum + fieldOf(group, 'lag') + fieldOf(group, 'pending'), 0)
}

/** Redis answers with names and values in turn; a lag it cannot tell is null. */
const fieldOf = (pairs: unknown[], name: string) => Number(pairs[pairs.indexOf(name) + 1] ?? 0)
