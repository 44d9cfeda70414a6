import cookie from '@fastify/cookie'
import { createServer } from '@milepost/service-kit/create-server'
import { health } from '@milepost/service-kit/health'
import { calendarRoutes } from './calendars/routes.ts'
import type { AuthDeps } from './deps.ts'
import { meRoutes } from './people/me-routes.ts'
import { peopleRoutes } from './people/routes.ts'
import { signInRoutes } from './sign-in/routes.ts'
import { skillRoutes } from './skills/routes.ts'
import { teamRoutes } from './teams/routes.ts'

const service = 'auth-service'

/** The whole HTTP service, not yet listening: main.ts listens, tests inject. */
export async function buildApp(deps: AuthDeps) {
  const { version, logLevel, jwtSecret, serviceSecret, checks } = deps
  const app = await createServer({ service, logLevel, jwtSecret, serviceSecret })

  app.addHook('onResponse', async ({ method }) => {
    if (method !== 'GET') deps.onWritten()
  })
  await app.register(cookie)
  await app.register(health, { service, version, checks, essential: ['database'] })
  for (const routes of [signInRoutes, meRoutes, peopleRoutes, teamRoutes, skillRoutes]) {
    await app.register(routes, { prefix: '/api/v1/auth', deps })
  }
  await app.register(calendarRoutes, { prefix: '/api/v1/calendars', deps })
  return app
}
