import { createServer } from '@milepost/service-kit/create-server'
import { health } from '@milepost/service-kit/health'
import { analysisRoutes } from './analyses/routes.ts'
import type { InsightsDeps } from './deps.ts'
import { insightRoutes } from './insights/routes.ts'

const service = 'insights-service'
const prefix = '/api/v1/insights'

/** The whole HTTP service, not yet listening: main.ts listens, tests inject. */
export async function buildApp({ db, onQueued, checks, ...options }: InsightsDeps) {
  const app = await createServer({ service, ...options })

  await app.register(health, {
    ...{ service, version: options.version, checks },
    essential: ['database'],
  })
  await app.register(analysisRoutes, { prefix, db, onQueued })
  await app.register(insightRoutes, { prefix, db })
  return app
}
