import { Client, Pool } from 'undici'
import { type Breaker, type BreakerState, createBreaker } from './breaker.ts'

/** One exchange that has not been answered in full. */
export interface Exchange {
  /** Milliseconds of the monotonic clock, when the client's request was complete; infinite until then. */
  startedAt: number
  /** Whether the upstream has begun to answer. */
  answering: boolean
  abort: (reason: Error) => void
}

/** One process of a service. */
export interface Upstream {
  url: string
  pool: Pool
  breaker: Breaker
  /** Oldest first. */
  exchanges: Set<Exchange>
  /** When it last began to answer anything, milliseconds of the monotonic clock. */
  answeredAt: number
  /** Asks a health address; resolves whether it said 200 in time. */
  probe: (path: '/health/live' | '/health/ready') => Promise<boolean>
  close: () => Promise<void>
}

const connectMsMax = 1_000
const probeMsMax = 1_000

interface UpstreamOptions {
  url: string
  onState: (state: BreakerState) => void
}

export function openUpstream({ url, onState }: UpstreamOptions): Upstream {
  const pool = new Pool(url, {
    connections: 64,
    pipelining: 1,
    connect: { timeout: connectMsMax },
    // Watched by watch-upstreams.ts, to the quarter second; undici's own may be a second late.
    headersTimeout: 0,
    // Between two pieces of an answer, and not while a slow client makes us wait.
    bodyTimeout: 15_000,
    // Shorter than the services keep theirs, so that no request meets a connection being closed.
    keepAliveTimeout: 60_000,
    keepAliveMaxTimeout: 60_000,
  })
  // Its own connection: the pool's may all be waiting for the answer that is in question.
  const prober = new Client(url, {
    connect: { timeout: connectMsMax },
    headersTimeout: probeMsMax,
    bodyTimeout: probeMsMax,
  })

  return {
    url,
    pool,
    breaker: createBreaker({
      consecutiveMax: 5,
      sampleMin: 20,
      windowMs: 10_000,
      now: () => performance.now(),
      onState,
    }),
    exchanges: new Set(),
    answeredAt: performance.now(),
    async probe(path) {
      try {
        const { statusCode, body } = await prober.request({
          path,
          method: 'GET',
          signal: AbortSignal.timeout(probeMsMax),
        })
        await body.dump()
        return statusCode === 200
      } catch {
        // Translates: whatever kept it from answering, it did not answer.
        return false
      }
    },
    async close() {
      await Promise.all([pool.destroy(), prober.destroy()])
    },
  }
}
