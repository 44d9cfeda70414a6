import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'

/** The bare virtualised page: our own few lines, no library. */
export function pageRoutes(app: FastifyInstance): void {
  const read = (name: string) => readFileSync(join(import.meta.dirname, 'page', name), 'utf8')
  const script = stripTypeScriptTypes(read('page.ts'))
  const html = read('page.html')

  app.get('/page/:id', (_request, reply) => reply.type('text/html').send(html))
  app.get('/page.js', (_request, reply) => reply.type('text/javascript').send(script))
}
