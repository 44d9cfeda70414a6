import os from 'node:os'
import type { Lab } from '#lab.ts'

/** What the figures were measured on: without it they say nothing. */
export async function describeMachine({ owner, redis }: Lab): Promise<Record<string, string>> {
  const { rows } = await owner.query<{ server_version: string }>('show server_version')
  const settings = await owner.query<{ setting: string }>(
    `select string_agg(name || ' ' || setting || coalesce(' ' || unit, ''), ', ' order by name) as setting
     from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes')`,
  )
  const redisVersion = /redis_version:(\S+)/.exec(await redis.info('server'))?.[1] ?? 'unknown'
  const cpus = os.cpus()
  return {
    processor: `${cpus.length} × ${cpus[0]?.model.trim() ?? 'unknown'}`,
    memory: `${(os.totalmem() / 2 ** 30).toFixed(1)} GiB`,
    system: `${os.type()} ${os.release()} (${os.arch()})`,
    Node: process.versions.node,
    PostgreSQL: `${rows[0]?.server_version ?? 'unknown'}, ${settings.rows[0]?.setting ?? ''}`,
    Redis: `${redisVersion}, append-only file on`,
  }
}
