import fp from 'fastify-plugin'

interface Policy {
  /** Browsers come over HTTPS only, and shall keep to it. */
  tls: boolean
}

/** Content of our own origin only, and no inline script. Styles are set by script in places. */
export const contentSecurityPolicy = (overrides: Record<string, string> = {}): string =>
  Object.entries({
    'default-src': "'self'",
    'script-src': "'self'",
    'style-src': "'self' 'unsafe-inline'",
    'img-src': "'self' data: blob:",
    'font-src': "'self'",
    // Browsers differ in whether 'self' includes the socket; app.ts names it by host.
    'connect-src': "'self'",
    'object-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'self'",
    'frame-ancestors': "'none'",
    ...overrides,
  })
    .map(([name, value]) => `${name} ${value}`)
    .join('; ')

/** What every answer carries, whatever its status. */
export function securityHeaders({ tls }: Policy): Record<string, string> {
  return {
    'content-security-policy': contentSecurityPolicy(),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'x-permitted-cross-domain-policies': 'none',
    ...(tls && { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }),
  }
}

/** Sets them before anything can be refused. */
export const secureAnswers = fp<{ headers: Record<string, string> }>(async (app, { headers }) => {
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(headers)
    reply.header('x-correlation-id', request.id)
    done()
  })
})
