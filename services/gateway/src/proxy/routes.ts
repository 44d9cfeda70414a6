import type { FastifyPluginAsync } from 'fastify'
import { forward } from './forward.ts'
import type { Service } from './service.ts'
import { uploadRoutes } from './upload-routes.ts'

export type ServiceName = 'auth' | 'project' | 'insights' | 'timesheet'

/** Which service answers below /api/v1. */
const serviceOf: Record<string, ServiceName> = {
  auth: 'auth',
  calendars: 'auth',
  projects: 'project',
  tasks: 'project',
  milestones: 'project',
  comments: 'project',
  dependencies: 'project',
  'change-sets': 'project',
  notifications: 'project',
  'notification-preferences': 'project',
  attachments: 'project',
  relations: 'project',
  search: 'project',
  views: 'project',
  'my-work': 'project',
  templates: 'project',
  'recurring-tasks': 'project',
  categories: 'project',
  columns: 'project',
  portfolio: 'project',
  insights: 'insights',
  timesheets: 'timesheet',
}

/** What may be asked without a token (access-matrix.md: A01, A02, A06). */
const publicRoutes = [
  { method: 'POST', url: '/auth/login', signIn: 'login' },
  { method: 'POST', url: '/auth/refresh', signIn: 'refresh' },
  { method: 'GET', url: '/auth/.well-known/jwks.json' },
] as const

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']

/** One address space over the services. */
export const proxyRoutes: FastifyPluginAsync<{ services: Record<ServiceName, Service> }> = async (
  app,
  { services },
) => {
  await app.register(uploadRoutes, { services })

  // Bodies pass as they are; the limit still holds. They are complete before a service hears of
  // them, so a client that sends slowly occupies nothing but its own connection.
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_, body, done) => done(null, body))

  for (const { method, url, ...rest } of publicRoutes) {
    const config = { access: 'public', ...rest } as const
    app.route({ method, url, config, handler: (...args) => forward(services.auth, ...args) })
  }

  for (const [segment, name] of Object.entries(serviceOf)) {
    const service = services[name]
    for (const url of [`/${segment}`, `/${segment}/*`]) {
      app.route({
        method: methods,
        url,
        config: { access: 'signed-in' },
        handler: (request, reply) => forward(service, request, reply),
      })
    }
  }
}
