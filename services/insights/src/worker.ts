import { constants, setPriority } from 'node:os'
import { processedEvents } from '@milepost/db-schemas/insights'
import { createServer } from '@milepost/service-kit/create-server'
import { startConsumer } from '@milepost/service-kit/event-consumer'
import { health } from '@milepost/service-kit/health'
import { openDatabase } from '@milepost/service-kit/open-database'
import { openRedis } from '@milepost/service-kit/open-redis'
import { on } from '@milepost/service-kit/reaction'
import { startRelay } from '@milepost/service-kit/relay'
import { runService } from '@milepost/service-kit/run-service'
import { watchPool } from '@milepost/service-kit/watch-pool'
import { aiAnalysisRequested } from '@milepost/shared-events/insight-events'
import { streamOf } from '@milepost/shared-events/redis/streams'
import { readEnv } from './env.ts'
import { openPace } from './work/pace.ts'
import { renewAfterChange } from './work/renew-after-change.ts'
import { openSources } from './work/sources.ts'
import { startWorker } from './work/start-worker.ts'
import { rulesWriter } from './writer/rules-writer.ts'

const name = 'insights-worker'
/** Of one call to another service. */
const timeoutMs = 5_000

/**
 * The process that does the analyses. It also follows the other services' events, so that the
 * process that answers requests has nothing else to do, and as many as needed can share the work.
 */
await runService({
  async start() {
    const env = readEnv()
    // Whoever waits for an answer goes first; an analysis may take a moment longer.
    setPriority(constants.priority.PRIORITY_LOW)
    const app = await createServer({
      service: name,
      logLevel: env.LOG_LEVEL,
      jwtSecret: env.JWT_SECRET_KEY,
      serviceSecret: env.SERVICE_SECRET_KEY,
    })
    const { log, metrics } = app
    const { db, pool, close } = openDatabase(env.DATABASE_URL, {
      applicationName: name,
      onError: (err) => log.warn({ err }, 'an idle database connection broke'),
    })
    watchPool(metrics, pool)
    const redis = openRedis(env.REDIS_URL, {
      name,
      onError: (err) => log.debug({ err }, 'Redis is away'),
    })
    await app.register(health, {
      service: name,
      version: env.SERVICE_VERSION,
      checks: { database: () => pool.query('select 1'), redis: () => redis.ping() },
      essential: ['database'],
    })

    const relay = startRelay({
      databaseUrl: env.DATABASE_URL,
      schema: 'insights',
      redis,
      stream: streamOf('insights'),
      ...{ log, metrics },
    })
    const sources = openSources({
      projectUrl: env.PROJECT_URL,
      timesheetUrl: env.TIMESHEET_URL,
      serviceSecret: env.SERVICE_SECRET_KEY,
      timeoutMs,
    })
    const pace = openPace()
    const worker = startWorker(
      { db, sources, write: rulesWriter, log, metrics, pace },
      { onStored: relay.poke },
    )
    const consumed = { db, processedEvents, redis, log, metrics }
    const wakeUps = startConsumer({
      ...consumed,
      group: 'insights-workers',
      streams: [streamOf('insights')],
      reactions: [on(aiAnalysisRequested, async () => worker.wake())],
    })
    const changes = startConsumer({
      ...consumed,
      group: 'insights-service',
      streams: [streamOf('project'), streamOf('timesheet')],
      reactions: renewAfterChange({ debounceSeconds: env.ANALYSIS_DEBOUNCE_SECONDS, pace }),
    })

    return {
      app,
      host: env.HOST,
      port: env.PORT,
      close: [changes.close, wakeUps.close, worker.close, relay.close, () => redis.quit(), close],
    }
  },
})
