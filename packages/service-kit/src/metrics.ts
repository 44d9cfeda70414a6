import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

export type Metrics = ReturnType<typeof createMetrics>

/** From a cached answer to the request timeout; a quantile is read between two of these. */
const requestSeconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]
const inferenceSeconds = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 30, 60]

/** What specification §10.2 asks a process to count, and what its events do. One registry per process. */
export function createMetrics(service: string) {
  const registry = new Registry()
  registry.setDefaultLabels({ service })
  collectDefaultMetrics({ register: registry })
  const registers = [registry]

  return {
    registry,
    requestDuration: new Histogram({
      name: 'http_request_duration_seconds',
      help: 'Time from a request to its answer.',
      labelNames: ['method', 'route', 'status'] as const,
      buckets: requestSeconds,
      registers,
    }),
    requests: new Counter({
      name: 'http_requests_total',
      help: 'Requests answered.',
      labelNames: ['method', 'route', 'status'] as const,
      registers,
    }),
    requestErrors: new Counter({
      name: 'http_request_errors_total',
      help: 'Requests answered with 5xx.',
      labelNames: ['method', 'route', 'status'] as const,
      registers,
    }),
    cacheHits: new Counter({
      name: 'redis_cache_hits_total',
      help: 'Cache look-ups that found something.',
      labelNames: ['cache'] as const,
      registers,
    }),
    cacheMisses: new Counter({
      name: 'redis_cache_misses_total',
      help: 'Cache look-ups that found nothing.',
      labelNames: ['cache'] as const,
      registers,
    }),
    llmInferenceDuration: new Histogram({
      name: 'llm_inference_duration_seconds',
      help: 'Time a language model took to answer or to fail.',
      labelNames: ['provider', 'model', 'outcome'] as const,
      buckets: inferenceSeconds,
      registers,
    }),
    outboxBacklog: new Gauge({
      name: 'outbox_backlog',
      help: 'Events committed and not yet published.',
      labelNames: ['schema'] as const,
      registers,
    }),
    eventsPublished: new Counter({
      name: 'events_published_total',
      help: 'Events added to a stream.',
      labelNames: ['stream'] as const,
      registers,
    }),
    eventsConsumed: new Counter({
      name: 'events_consumed_total',
      help: 'Events taken from a stream, by what became of them.',
      labelNames: ['type', 'outcome'] as const,
      registers,
    }),
    eventConsumerLag: new Gauge({
      name: 'event_consumer_lag',
      help: 'Entries a group has yet to acknowledge.',
      labelNames: ['stream', 'group'] as const,
      registers,
    }),
    eventDeadLetters: new Counter({
      name: 'event_dead_letters_total',
      help: 'Events given up on and put aside.',
      labelNames: ['stream', 'group'] as const,
      registers,
    }),
  }
}
