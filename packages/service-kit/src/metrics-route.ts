import fp from 'fastify-plugin'
import type { Metrics } from './metrics.ts'

declare module 'fastify' {
  interface FastifyInstance {
    metrics: Metrics
  }
}

/** Times every request and answers GET /metrics in Prometheus' text format. */
export const metricsRoute = fp<{ metrics: Metrics }>(
  async (app, { metrics }) => {
    app.decorate('metrics', metrics)

    app.addHook('onResponse', async ({ method, routeOptions }, reply) => {
      // The pattern, never the path: a label per id would grow without end.
      const labels = { method, route: routeOptions.url ?? 'none', status: reply.statusCode }
      metrics.requestDuration.observe(labels, reply.elapsedTime / 1000)
      metrics.requests.inc(labels)
      if (reply.statusCode >= 500) metrics.requestErrors.inc(labels)
    })

    app.get(
      '/metrics',
      { config: { access: 'public' }, schema: { hide: true } },
      async (_, reply) => {
        reply.type(metrics.registry.contentType)
        return metrics.registry.metrics()
      },
    )
  },
  { name: 'metrics', dependencies: ['access'] },
)
