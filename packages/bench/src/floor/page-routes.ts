import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import type { FastifyInstance } from 'fastify'

/** The bare virtualised page: our own few lines, no library. */
export function pageRoutes(app: FastifyInstance): void {
  const html = readFileSync(new URL('./page/page.html', import.meta.url), 'utf8')
  const script = stripTypeScriptTypes(
    readFileSync(new URL('./page/page.ts', import.meta.url), 'utf8'),
  )

  app.get('/page/:id', (_request, reply) => reply.type('text/html').send(html))
  app.get('/page.js', (_request, reply) => reply.type('text/javascript').send(script))
}
