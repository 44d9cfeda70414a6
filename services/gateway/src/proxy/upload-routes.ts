import { unavailable } from '@milepost/service-kit/problem'
import type { FastifyPluginAsync } from 'fastify'
import { forward } from './forward.ts'
import type { ServiceName } from './routes.ts'
import type { Service } from './service.ts'

/** What takes files. Everything else is complete before a service hears of it. */
const uploads: readonly { url: string; service: ServiceName }[] = [
  { url: '/tasks/:task_id/attachments', service: 'project' },
  { url: '/projects/:project_id/imports', service: 'project' },
  { url: '/projects/:project_id/imports/preview', service: 'project' },
]

/** Each occupies a connection to its service for as long as its client takes. */
const uploadsMax = 16

/** Files pass piece by piece as they come in, and are never held here. How large they may be the service says. */
export const uploadRoutes: FastifyPluginAsync<{ services: Record<ServiceName, Service> }> = async (
  app,
  { services },
) => {
  let running = 0
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', (_request, _payload, done) => done(null))

  for (const { url, service } of uploads) {
    app.route({
      method: 'POST',
      url,
      config: { access: 'signed-in', streamsBody: true },
      handler(request, reply) {
        if (running >= uploadsMax) {
          reply.send(unavailable('Many files are being sent at once. Try again shortly.', 5))
          return
        }
        running++
        reply.raw.once('close', () => {
          running--
        })
        forward(services[service], request, reply)
      },
    })
  }
}
