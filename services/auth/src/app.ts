import cookie from '@fastify/cookie'
import { createServer } from '@milepost/service-kit/create-server'
import { health } from '@milepost/service-kit/health'
import type { AuthDeps } from './deps.ts'
import { meRoutes } from './people/me-routes.ts'
import { signInRoutes } from './sign-in/routes.ts'

const service = 'auth-service'

/** The whole HTTP service, not yet listening: main.ts listens, tests inject. */
export async function buildApp(deps: AuthDeps) {
  const { version, logLevel, jwtSecret, serviceSecret, checks } = deps
  const app = await createServer({ service, version, logLevel, jwtSecret, serviceSecret })

  await app.register(cookie)
  await app.register(health, { service, version, checks, essential: ['database'] })
  const prefix = '/api/v1/auth'
  await app.register(signInRoutes, { prefix, deps })
  await app.register(meRoutes, { prefix, deps })

  app.addHook('onResponse', async ({ method }) => {
    if (method !== 'GET') deps.onWritten()
  })
  return app
}
