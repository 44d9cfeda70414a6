import { openDatabase } from '@milepost/service-kit/open-database'
import { openRedis } from '@milepost/service-kit/open-redis'
import { startRelay } from '@milepost/service-kit/relay'
import { runService } from '@milepost/service-kit/run-service'
import { watchAccessChanges } from '@milepost/service-kit/watch-access-changes'
import { watchPool } from '@milepost/service-kit/watch-pool'
import { buildApp } from './app.ts'
import { readEnv } from './env.ts'
import { openPasswordHashing } from './passwords/password-hashing.ts'
import { startSweeping } from './sweep/start-sweeping.ts'

await runService({ start })

async function start() {
  const env = readEnv()
  const name = 'auth-service'
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
    passwords: await openPasswordHashing({ concurrency: env.PASSWORD_HASHES_AT_ONCE }),
    jwtSecret: env.JWT_SECRET_KEY,
    serviceSecret: env.SERVICE_SECRET_KEY,
    cookieSecure: env.COOKIE_SECURE,
    logLevel: env.LOG_LEVEL,
    version: env.SERVICE_VERSION,
    onWritten: () => relay.poke(),
    checks: { database: () => pool.query('select 1'), redis: () => redis.ping() },
  })
  const { log, metrics } = app
  watchPool(metrics, pool)

  const relay = startRelay({
    ...{ redis, log, metrics },
    databaseUrl: env.DATABASE_URL,
    schema: 'auth',
    stream: 'events:auth',
  })
  const changes = watchAccessChanges(app, redis)
  const sweeping = startSweeping(db, log)

  return {
    ...{ app, host: env.HOST, port: env.PORT },
    close: [sweeping.close, changes.close, relay.close, async () => redis.disconnect(), close],
  }
}
