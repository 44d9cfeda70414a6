import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { notFound } from '@milepost/service-kit/problem'
import Fastify, { type FastifyPluginAsync } from 'fastify'
import { contentSecurityPolicy } from '#answers/security-headers.ts'
import { listFiles } from './static-files.ts'

const compress = promisify(gzip)

interface Reference {
  html: string
  policy: string
  script: Buffer
}

/** The API reference at /docs/api, and the OpenAPI files it is made from. All of it from here, nothing from a CDN. */
export const apiReference: FastifyPluginAsync<{ dir: string }> = async (app, { dir }) => {
  const options = {
    config: { access: 'public', unlimited: true },
    exposeHeadRoute: true,
  } as const
  const paths = await listFiles(dir)
  const files = paths.map((path) => relative(dir, path)).filter((name) => name.endsWith('.yaml'))
  let rendered: Promise<Reference> | undefined
  const reference = () => {
    rendered ??= render(files.sort())
    return rendered
  }

  app.get('/docs/api', options, (_, reply) => reply.redirect('/docs/api/', 308))

  app.get('/docs/api/', options, async (_, reply) => {
    const { html, policy } = await reference()
    reply.header('content-security-policy', policy).header('cache-control', 'no-cache')
    return reply.type('text/html; charset=utf-8').send(html)
  })

  app.get('/docs/api/js/scalar.js', options, async (_, reply) => {
    const { script } = await reference()
    reply.header('cache-control', 'public, max-age=3600').header('content-encoding', 'gzip')
    return reply.type('text/javascript; charset=utf-8').send(script)
  })

  app.get<{ Params: { name: string } }>(
    '/docs/api/openapi/:name',
    options,
    async (request, reply) => {
      const { name } = request.params
      if (!files.includes(name)) throw notFound()
      reply.header('cache-control', 'no-cache').type('application/yaml; charset=utf-8')
      return reply.send(await readFile(join(dir, name)))
    },
  )
}

/** The accent and the fonts of the app; its font files have names that only its build knows. */
const ownLook = `
  :root { --scalar-font: system-ui, sans-serif; --scalar-font-code: ui-monospace, monospace }
  .light-mode { --scalar-color-accent: #3a57d0 }
  .dark-mode { --scalar-color-accent: #8ea4ff }
`

/** `auth-service.yaml` is “Auth service”. */
function titleOf(file: string): string {
  const words = file.replace('.yaml', '').replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/**
 * Renders on the first visit: the reference's script is over 4 MB, too much to load and keep for a
 * page that operators rarely open. Its one inline script is allowed by its hash.
 */
async function render(files: readonly string[]): Promise<Reference> {
  const { default: scalar } = await import('@scalar/fastify-api-reference')
  const renderer = Fastify()
  await renderer.register(scalar, {
    routePrefix: '/docs/api',
    configuration: {
      pageTitle: 'Milepost API',
      withDefaultFonts: false,
      customCss: ownLook,
      // A request from the page carries the token that was typed in, and goes to us, not through a proxy.
      authentication: { preferredSecurityScheme: 'bearer' },
      proxyUrl: '',
      hideClientButton: true,
      showDeveloperTools: 'never',
      telemetry: false,
      agent: { disabled: true },
      mcp: { disabled: true },
      sources: files.map((name) => ({
        title: titleOf(name),
        url: `/docs/api/openapi/${name}`,
      })),
    },
  })
  const page = await renderer.inject('/docs/api/')
  const script = await renderer.inject('/docs/api/js/scalar.js')
  await renderer.close()

  const inline = [...page.body.matchAll(/<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g)]
  const hashes = inline.map(([, text = '']) => {
    return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
  })
  return {
    html: page.body,
    policy: contentSecurityPolicy({ 'script-src': ["'self'", ...hashes].join(' ') }),
    script: await compress(script.rawPayload),
  }
}
