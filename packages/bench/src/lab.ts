import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { sweepLeftovers } from '@milepost/local-stack/leftovers'
import { home } from '@milepost/local-stack/root'
import { type RunningStack, startStack } from '@milepost/local-stack/supervisor'
import { buildWeb } from '@milepost/local-stack/web-build'
import { Redis } from 'ioredis'
import pg from 'pg'
import { prepareFloor } from '#floor/prepare.ts'
import { type Floor, startFloor } from '#floor/start.ts'
import { settled } from '#measure/settle.ts'
import type { Options } from '#options.ts'
import { type SeededBoard, seedBoard } from '#seed/boards.ts'
import { type People, seedPeople } from '#seed/people.ts'

export const benchHome = join(home, 'bench')

/** Everything a measurement works with. */
export interface Lab {
  options: Options
  signal: AbortSignal
  log: (line: string) => void
  stack: RunningStack
  gatewayUrl: string
  /** As the owner of the tables. */
  owner: pg.Pool
  redis: Redis
  people: People
  /** Of 200, 2,000 and 10,000 tasks. */
  boards: readonly SeededBoard[]
  floor: Floor
  /** For `interleave`. */
  turns: { runs: number; signal: AbortSignal; settle: () => Promise<void> }
  close: () => Promise<void>
}

interface LabOptions {
  options: Options
  signal: AbortSignal
  log: (line: string) => void
}

const sizes = [200, 2_000, 10_000]

/** Starts the whole product beside a bare server, on data of their own, and fills it. */
export async function openLab({ options, signal, log }: LabOptions): Promise<Lab> {
  const runs = join(benchHome, 'runs')
  await sweepLeftovers(runs, log)
  const dir = join(runs, String(process.pid))
  const closing: (() => unknown)[] = [() => rmSync(dir, { recursive: true, force: true })]
  const close = async () => {
    for (const step of closing.splice(0).reverse()) await step()
  }
  try {
    // What Node has compiled it keeps for the next start; a first start needs more memory for it.
    if (options.only.includes('memory'))
      await (await startQuietStack(dir, { options, signal, log })).stop()
    const stack = await startQuietStack(dir, { options, signal, log })
    closing.push(stack.stop)
    const owner = new pg.Pool({ connectionString: stack.databaseUrl, max: 16 })
    closing.push(() => owner.end())
    const redis = new Redis(stack.redisUrl)
    closing.push(() => redis.disconnect())

    log('filling it with boards of 200, 2,000 and 10,000 tasks')
    const people = await seedPeople(owner)
    const boards: SeededBoard[] = []
    for (const [index, taskCount] of sizes.entries()) {
      const [key, name] = [`B${index}`, `Board of ${taskCount} tasks`]
      boards.push(await seedBoard(owner, people, { key, name, taskCount, seed: taskCount }))
    }
    await owner.query('analyze')
    await prepareFloor(owner)
    const floor = await startFloor({ DATABASE_URL: stack.databaseUrl, REDIS_URL: stack.redisUrl })
    closing.push(floor.stop)

    return {
      ...{ options, signal, log, stack, owner, redis, people, boards, floor, close },
      gatewayUrl: stack.urlOf('gateway'),
      turns: { runs: options.runs, signal, settle: () => settled(owner, redis) },
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** As `npm start` would start it, but for the limits on requests and the demo portfolio. */
export function startQuietStack(dir: string, { options, signal, log }: LabOptions) {
  mkdirSync(dir, { recursive: true })
  const profiles = join(benchHome, 'profiles')
  return startStack({
    dataDir: dir,
    ports: 'any',
    demo: false,
    durable: true,
    env: {
      RATE_LIMIT_PER_MINUTE: '100000000',
      LOGIN_RATE_LIMIT_PER_MINUTE: '1000000',
      ...(options.profile && { NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${profiles}` }),
    },
    build: () => buildWeb({ log }),
    onCrash: (unit, outcome) => log(`${unit.name} stopped unexpectedly (${outcome})`),
    signal,
    log,
  })
}
