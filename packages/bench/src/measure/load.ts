import { Client } from 'undici'
import { type Answer, type Ask, send } from './send.ts'
import { type Stats, spread } from './stats.ts'

interface Load {
  base: string
  /** Each on a connection of its own, sending its next request when the last is answered. */
  clients: number
  seconds: number
  /** Called before the clock of each request starts; `turn` counts over all clients. */
  next: (turn: number, client: number) => Ask | Promise<Ask>
  answered?: (answer: Answer, turn: number, client: number) => void
  /** Of the same requests, unmeasured, before the clock starts. */
  warmUpSeconds?: number
  /** Stops short of the time after so many. */
  countMax?: number
}

/** For what runs too seldom to be compiled in a moment, as it is in a service that has been running. */
export const longWarmUp = { warmUpSeconds: 2 }

/**
 * A closed loop against one address of this machine. In milliseconds; `bytes` are the median answer's,
 * `per_second` counts what was answered in time.
 */
export async function load(options: Load): Promise<Stats> {
  if (new URL(options.base).hostname !== '127.0.0.1')
    throw new Error('Only this machine is loaded.')
  const connections = Array.from(
    { length: options.clients },
    () => new Client(options.base, { pipelining: 1 }),
  )
  try {
    const { warmUpSeconds = 0.25 } = options
    await loop(connections, { ...options, seconds: warmUpSeconds, countMax: 500 })
    return await loop(connections, options)
  } finally {
    await Promise.all(connections.map((connection) => connection.close()))
  }
}

async function loop(connections: readonly Client[], options: Load): Promise<Stats> {
  const { seconds, next, answered, countMax = 50_000 } = options
  const latencies: number[] = []
  const sizes: number[] = []
  const begin = performance.now()
  const end = begin + seconds * 1000
  let turns = 0
  await Promise.all(
    connections.map(async (connection, client) => {
      while (performance.now() < end && turns < countMax) {
        const turn = turns
        turns += 1
        const request = await next(turn, client)
        const sent = performance.now()
        const answer = await send(connection, request)
        latencies.push(performance.now() - sent)
        sizes.push(answer.bytes.length)
        answered?.(answer, turn, client)
      }
    }),
  )
  const took = (performance.now() - begin) / 1000
  return {
    ...spread(latencies),
    count: latencies.length,
    per_second: latencies.length / took,
    bytes: spread(sizes).p50 ?? 0,
  }
}
