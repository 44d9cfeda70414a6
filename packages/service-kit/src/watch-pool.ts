import type { Pool } from 'pg'
import { Gauge } from 'prom-client'
import type { Metrics } from './metrics.ts'

/** Shows how much of the pool is in use, as of each scrape. */
export function watchPool(metrics: Metrics, pool: Pool): void {
  new Gauge({
    name: 'db_pool_connections',
    help: 'Database connections of this process, and requests waiting for one.',
    labelNames: ['state'] as const,
    registers: [metrics.registry],
    collect() {
      this.set({ state: 'in_use' }, pool.totalCount - pool.idleCount)
      this.set({ state: 'idle' }, pool.idleCount)
      this.set({ state: 'waiting' }, pool.waitingCount)
    },
  })
}
