import { openDatabase } from '@milepost/service-kit/open-database'
import { openRedis } from '@milepost/service-kit/open-redis'
import { startRelay } from '@milepost/service-kit/relay'
import { runService } from '@milepost/service-kit/run-service'
import { buildApp } from './app.ts'
import { readEnv } from './env.ts'
import { openPasswordHashing } from './passwords/password-hashing.ts'

const name = 'auth-service'

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
      passwords: await openPasswordHashing({ concurrency: env.PASSWORD_HASHES_AT_ONCE }),
      jwtSecret: env.JWT_SECRET_KEY,
      serviceSecret: env.SERVICE_SECRET_KEY,
      cookieSecure: env.COOKIE_SECURE,
      logLevel: env.LOG_LEVEL,
      version: env.SERVICE_VERSION,
      onWritten: () => relay.poke(),
      checks: { database: () => database.pool.query('select 1'), redis: () => redis.ping() },
    })
    const relay = startRelay({
      databaseUrl: env.DATABASE_URL,
      schema: 'auth',
      redis,
      stream: 'events:auth',
      log: app.log,
      metrics: app.metrics,
    })
    return {
      app,
      host: env.HOST,
      port: env.PORT,
      close: [relay.close, () => redis.quit(), database.close],
    }
  },
})
