import { Problem } from '@milepost/service-kit/problem'
import fp from 'fastify-plugin'

/** Path characters of RFC 3986 §3.3; no backslash, no control character, nothing above ASCII. */
const allowed = /^(?:[\w\-.~!$&'()*+,;=:@/]|%[\da-f]{2})+$/i

/** Encoded `.`, `/`, `\`, `%` and control characters: what one side decodes and another does not. */
const disguised = /%(?:2e|2f|5c|25|[01][\da-f]|7f)/i

const dotSegment = /(?:^|\/)\.{1,2}(?:\/|;|$)/

/**
 * Whether everybody between here and the database reads this request target the same way. Refuses the
 * absolute form, empty and dot segments, and what hides one of them.
 */
export function isPlainTarget(target: string): boolean {
  const [path = '', ...query] = target.split('?')
  return (
    path.startsWith('/') &&
    !path.includes('//') &&
    allowed.test(path) &&
    !disguised.test(path) &&
    !dotSegment.test(path) &&
    !/[^\x21-\x7e]/.test(query.join('?')) &&
    !target.includes('#')
  )
}

/** Ids and names of ours need no escaping: an API path that has some was not made by a client of ours. */
const plainApiPath = /^[\w\-.~/:@]+(?:\?|$)/

/** Refuses, before anything else looks at it, what two parties could read in two ways. */
export const strictPath = fp(async (app) => {
  app.addHook('onRequest', (request, _, done) => {
    const target = request.raw.url ?? ''
    const plain = isPlainTarget(target) && (!target.startsWith('/api') || plainApiPath.test(target))
    if (plain) done()
    else done(malformedTarget())
  })
})

const malformedTarget = () =>
  new Problem({
    kind: 'bad-request',
    status: 400,
    detail: 'The address is not written the way Milepost writes its addresses.',
  })
