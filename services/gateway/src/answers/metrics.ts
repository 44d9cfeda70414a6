import { createMetrics } from '@milepost/service-kit/metrics'
import fp from 'fastify-plugin'
import { Counter, Gauge } from 'prom-client'
import type { BreakerState } from '#proxy/breaker.ts'

export type GatewayMetrics = ReturnType<typeof gatewayMetrics>

const stateNumbers: Record<BreakerState, number> = { closed: 0, half_open: 1, open: 2 }

/** What every process counts, and what only the gateway has. */
export function gatewayMetrics() {
  const kit = createMetrics('gateway')
  const registers = [kit.registry]
  const breakers = new Gauge({
    name: 'upstream_breaker_state',
    help: 'Whether an upstream is asked: 0 yes, 1 one request as a trial, 2 no.',
    labelNames: ['to', 'upstream'] as const,
    registers,
  })
  return {
    ...kit,
    breakerChanged: (to: string, upstream: string, state: BreakerState) =>
      breakers.set({ to, upstream }, stateNumbers[state]),
    sockets: new Gauge({ name: 'live_sockets', help: 'Open live connections.', registers }),
    liveEvents: new Counter({
      name: 'live_events_sent_total',
      help: 'Events sent to live connections.',
      registers,
    }),
    limiterFallbacks: new Counter({
      name: 'rate_limit_fallbacks_total',
      help: 'Times that counting moved into the process because Redis did not answer.',
      registers,
    }),
  }
}

/** Times every request, by the pattern of its route. */
export const timeRequests = fp<{ metrics: GatewayMetrics }>(async (app, { metrics }) => {
  app.addHook('onResponse', (request, reply, done) => {
    const { method, routeOptions } = request
    const labels = { method, route: routeOptions.url ?? 'none', status: reply.statusCode }
    metrics.requestDuration.observe(labels, reply.elapsedTime / 1000)
    metrics.requests.inc(labels)
    if (reply.statusCode >= 500) metrics.requestErrors.inc(labels)
    done()
  })
})
