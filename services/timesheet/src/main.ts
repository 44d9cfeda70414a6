import { processedEvents } from '@milepost/db-schemas/timesheets'
import { startConsumer } from '@milepost/service-kit/event-consumer'
import { openDatabase } from '@milepost/service-kit/open-database'
import { openRedis } from '@milepost/service-kit/open-redis'
import { startRelay } from '@milepost/service-kit/relay'
import { runService } from '@milepost/service-kit/run-service'
import { watchAccessChanges } from '@milepost/service-kit/watch-access-changes'
import { watchPool } from '@milepost/service-kit/watch-pool'
import { buildApp } from './app.ts'
import { readEnv } from './env.ts'
import { creditFinishedTask } from './productivity/credit-finished-task.ts'
import { takeBackReopenedTask } from './productivity/take-back-reopened-task.ts'

await runService({ start })

async function start() {
  const env = readEnv()
  const name = 'timesheet-service'
  const { db, pool, close } = openDatabase(env.DATABASE_URL, {
    onError: (error) => app.log.warn({ err: error }, 'an idle database connection broke'),
    applicationName: name,
  })
  const redis = openRedis(env.REDIS_URL, {
    onError: (error) => app.log.debug({ err: error }, 'redis is away'),
    name,
  })
  const app = await buildApp({
    db,
    jwtSecret: env.JWT_SECRET_KEY,
    serviceSecret: env.SERVICE_SECRET_KEY,
    logLevel: env.LOG_LEVEL,
    version: env.SERVICE_VERSION,
    now: () => new Date(),
    onWritten: () => relay.poke(),
    checks: { database: () => pool.query('select 1'), redis: () => redis.ping() },
  })
  const { log, metrics } = app
  watchPool(metrics, pool)

  const events = { redis, log, metrics }
  const relay = startRelay({
    ...events,
    databaseUrl: env.DATABASE_URL,
    schema: 'timesheets',
    stream: 'events:timesheet',
  })
  const consumer = startConsumer({
    ...events,
    ...{ db, processedEvents },
    group: name,
    streams: ['events:project'],
    reactions: [creditFinishedTask, takeBackReopenedTask],
  })
  const changes = watchAccessChanges(app, redis)

  return {
    ...{ app, host: env.HOST, port: env.PORT },
    close: [consumer.close, changes.close, relay.close, async () => redis.disconnect(), close],
  }
}
