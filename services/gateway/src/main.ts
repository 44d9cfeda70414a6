import { runService } from '@milepost/service-kit/run-service'
import { buildApp } from './app.ts'
import { readEnv } from './env.ts'
import { serveMetrics } from './serve-metrics.ts'

await runService({
  async start() {
    const env = readEnv()
    const { app, metrics } = await buildApp({
      redisUrl: env.REDIS_URL,
      jwtSecret: env.JWT_SECRET_KEY,
      logLevel: env.LOG_LEVEL,
      version: env.SERVICE_VERSION,
      upstreams: {
        auth: env.AUTH_URL,
        project: env.PROJECT_URL,
        insights: env.INSIGHTS_URL,
        timesheet: env.TIMESHEET_URL,
      },
      webRoot: env.WEB_ROOT,
      openApiDir: env.OPENAPI_DIR,
      corsOrigins: env.CORS_ORIGINS,
      requestsPerMinute: env.RATE_LIMIT_PER_MINUTE,
      loginsPerMinute: env.LOGIN_RATE_LIMIT_PER_MINUTE,
      socketsPerUser: env.SOCKETS_PER_USER,
      socketsPerAddress: env.SOCKETS_PER_ADDRESS,
      demoProfile: env.DEMO_PROFILE,
      trustProxy: env.TRUST_PROXY,
      tls: env.PUBLIC_TLS,
    })
    const closeMetrics = await serveMetrics(metrics.registry, {
      host: env.METRICS_HOST,
      port: env.METRICS_PORT,
    })
    return { app, host: env.HOST, port: env.GATEWAY_PORT, close: [closeMetrics] }
  },
})
