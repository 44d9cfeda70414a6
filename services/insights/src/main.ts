import { openDatabase } from '@milepost/service-kit/open-database'
import { openRedis } from '@milepost/service-kit/open-redis'
import { startRelay } from '@milepost/service-kit/relay'
import { runService } from '@milepost/service-kit/run-service'
import { watchAccessChanges } from '@milepost/service-kit/watch-access-changes'
import { watchPool } from '@milepost/service-kit/watch-pool'
import { streamOf } from '@milepost/shared-events/redis/streams'
import { buildApp } from './app.ts'
import { readEnv } from './env.ts'

const name = 'insights-service'

await runService({
  async start() {
    const env = readEnv()
    const database = openDatabase(env.DATABASE_URL, {
      applicationName: name,
      onError: (err) => app.log.warn({ err }, 'an idle database connection broke'),
    })
    const redis = openRedis(env.REDIS_URL, {
      name,
      onError: (err) => app.log.debug({ err }, 'Redis is away'),
    })
    const app = await buildApp({
      db: database.db,
      jwtSecret: env.JWT_SECRET_KEY,
      serviceSecret: env.SERVICE_SECRET_KEY,
      logLevel: env.LOG_LEVEL,
      version: env.SERVICE_VERSION,
      onQueued: () => relay.poke(),
      checks: { database: () => database.pool.query('select 1'), redis: () => redis.ping() },
    })
    watchPool(app.metrics, database.pool)
    const relay = startRelay({
      databaseUrl: env.DATABASE_URL,
      schema: 'insights',
      redis,
      stream: streamOf('insights'),
      log: app.log,
      metrics: app.metrics,
    })
    const changes = watchAccessChanges(app, redis)
    return {
      app,
      host: env.HOST,
      port: env.PORT,
      close: [changes.close, relay.close, () => redis.quit(), database.close],
    }
  },
})
