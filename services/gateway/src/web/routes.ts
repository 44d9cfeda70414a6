import { appConfigSchema } from '@milepost/api-contracts/app-config'
import { notFound } from '@milepost/service-kit/problem'
import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { contentSecurityPolicy } from '#answers/security-headers.ts'
import { appConfig } from './app-config.ts'
import { sendFile } from './send-file.ts'
import { compressFiles, readStaticFiles } from './static-files.ts'

interface WebOptions {
  root: string
  version: string
  demoProfile: boolean
}

/** First segments that are no pages of the app; what is not there, is not there. */
const notPages = new Set(['api', 'assets', 'docs', 'health', 'internal', 'metrics', 'ws'])

const notBuilt = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Milepost</title>
<h1>Milepost is starting</h1><p>The pages are not built yet. Try again in a minute.</p></html>`

/** The built app. Every page of it is the same document; the address is read in the browser. */
export const webRoutes: FastifyPluginAsync<WebOptions> = async (
  app,
  { root, version, demoProfile },
) => {
  const config = { access: 'public', unlimited: true } as const
  const files = await readStaticFiles(root)
  void compressFiles(files.values()).catch((error: unknown) =>
    app.log.warn({ err: error }, 'the app is served uncompressed'),
  )
  if (files.size === 0) app.log.warn({ root }, 'the web app is not built')

  app.get('/app-config.json', { config, exposeHeadRoute: true }, async (_, reply) => {
    reply.header('cache-control', 'no-cache')
    return appConfigSchema.parse(appConfig(version, demoProfile))
  })

  app.route({
    method: ['GET', 'HEAD'],
    url: '/*',
    config,
    handler(request, reply) {
      const [path = '/'] = request.url.split('?', 1)
      const file = files.get(path === '/index.html' ? '/' : path)
      if (file) return sendFile(file, request, reply)
      if (!isPage(path, request)) throw notFound()
      reply.header('content-security-policy', documentPolicy(request.host))
      const document = files.get('/index.html')
      if (document) return sendFile(document, request, reply)
      return reply.code(503).header('retry-after', '30').type('text/html').send(notBuilt)
    },
  })
}

function isPage(path: string, { headers }: FastifyRequest): boolean {
  const [, first = ''] = path.split('/', 2)
  const navigates = path === '/' || /text\/html/.test(headers.accept ?? '')
  return navigates && !notPages.has(first) && !/\.\w+$/.test(path)
}

/** Older browsers do not take 'self' to include the socket, so it is named, if the host can be. */
function documentPolicy(host: string): string {
  if (!/^[\w.-]+(?::\d+)?$|^\[[\da-f:]+\](?::\d+)?$/i.test(host)) return contentSecurityPolicy()
  return contentSecurityPolicy({ 'connect-src': `'self' ws://${host} wss://${host}` })
}
