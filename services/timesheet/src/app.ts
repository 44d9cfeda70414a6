import { createServer } from '@milepost/service-kit/create-server'
import { health } from '@milepost/service-kit/health'
import type { TimesheetDeps } from './deps.ts'
import { entryRoutes } from './entries/routes.ts'
import { utilizationRoutes } from './utilization/routes.ts'
import { weeklyRoutes } from './weekly/routes.ts'

const service = 'timesheet-service'

/** The whole HTTP service, not yet listening: main.ts listens, tests inject. */
export async function buildApp(deps: TimesheetDeps) {
  const { db, now, version, logLevel, jwtSecret, serviceSecret, checks, onWritten } = deps
  const app = await createServer({ service, logLevel, jwtSecret, serviceSecret })

  app.addHook('onResponse', async ({ method }) => {
    if (method !== 'GET') onWritten()
  })
  await app.register(health, { service, version, checks, essential: ['database'] })
  await app.register(entryRoutes, { prefix: '/api/v1/timesheets', db, now })
  await app.register(weeklyRoutes, { prefix: '/api/v1/timesheets', db, now })
  await app.register(utilizationRoutes, { db })

  return app
}
