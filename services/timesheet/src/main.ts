import { processedEvents } from '@milepost/db-schemas/timesheets'
import { startConsumer } from '@milepost/service-kit/event-consumer'
import { openDatabase } from '@milepost/service-kit/open-database'
import { openRedis } from '@milepost/service-kit/open-redis'
import { startRelay } from '@milepost/service-kit/relay'
import { runService } from '@milepost/service-kit/run-service'
import { buildApp } from './app.ts'
import { readEnv } from './env.ts'
import { creditFinishedTask } from './productivity/credit-finished-task.ts'
import { takeBackReopenedTask } from './productivity/take-back-reopened-task.ts'

const name = 'timesheet-service'

await runService({
  async start() {
    const env = readEnv()
    const { db, pool, close } = openDatabase(env.DATABASE_URL, {
      applicationName: name,
      onError: (err) => app.log.warn({ err }, 'an idle database connection broke'),
    })
    const redis = openRedis(env.REDIS_URL, {
      name,
      onError: (err) => app.log.debug({ err }, 'Redis is away'),
    })
    const app = await buildApp({
      db,
      jwtSecret: env.JWT_SECRET_KEY,
      serviceSecret: env.SERVICE_SECRET_KEY,
      logLevel: env.LOG_LEVEL,
      version: env.SERVICE_VERSION,
      onWritten: () => relay.poke(),
      checks: { database: () => pool.query('select 1'), redis: () => redis.ping() },
    })
    const { log, metrics } = app
    const relay = startRelay({
      ...{ redis, log, metrics },
      databaseUrl: env.DATABASE_URL,
      schema: 'timesheets',
      stream: 'events:timesheet',
    })
    const consumer = startConsumer({
      ...{ db, redis, log, metrics, processedEvents },
      group: name,
      streams: ['events:project'],
      reactions: [creditFinishedTask, takeBackReopenedTask],
    })
    return {
      app,
      host: env.HOST,
      port: env.PORT,
      close: [consumer.close, relay.close, async () => redis.disconnect(), close],
    }
  },
})
