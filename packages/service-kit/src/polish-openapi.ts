import { STATUS_CODES } from 'node:http'

interface Operation {
  responses?: Record<string, object>
  [field: string]: unknown
}

export interface OpenApiDocument {
  components?: { schemas?: Record<string, object> }
  paths: Record<string, Record<string, Operation>>
}

const refusal = {
  description: 'A refusal (RFC 9457); the kinds are listed in docs/problems.md.',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}

/** Says once what every operation shares, describes answers by their status, and drops unused schemas. */
export function polish(document: OpenApiDocument) {
  const paths = mapValues(document.paths, (operations) =>
    mapValues(operations, (operation, method) => ({
      ...operation,
      responses: {
        ...answersOf(method, operation.responses ?? {}),
        default: { $ref: '#/components/responses/Refusal' },
      },
    })),
  )
  const schemas = document.components?.schemas ?? {}
  const used = reachable({ paths, refusal }, schemas)
  return {
    ...document,
    components: {
      ...document.components,
      responses: { Refusal: refusal },
      schemas: Object.fromEntries(
        Object.entries(schemas)
          .filter(([name]) => used.has(name))
          .sort(),
      ),
    },
    paths,
  }
}

/** What declares no answer has none, or, when it is read, one that is no JSON. */
function answersOf(method: string, responses: Record<string, object>): Record<string, object> {
  // Without a declared answer there is a 200 all the same, with nothing in it.
  const declared = Object.entries(responses).filter(
    ([status, answer]) => /^2/.test(status) && (status === '204' || 'content' in answer),
  )
  if (declared.length === 0) {
    const status = method === 'get' ? 200 : 204
    return { [status]: { description: STATUS_CODES[status] } }
  }
  return Object.fromEntries(
    declared.map(([status, answer]) => {
      const description = STATUS_CODES[status] ?? status
      return [status, status === '204' ? { description } : { ...answer, description }]
    }),
  )
}

const mapValues = <From, To>(record: Record<string, From>, map: (value: From, key: string) => To) =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value, key)]))

/** Names of the schemas that these parts refer to, directly or through another schema. */
function reachable(parts: unknown, schemas: Record<string, object>): Set<string> {
  const used = new Set<string>()
  const waiting: unknown[] = [parts]
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    for (const [, name = ''] of JSON.stringify(part).matchAll(
      /#\/components\/schemas\/([\w-]+)/g,
    )) {
      if (used.has(name)) continue
      used.add(name)
      waiting.push(schemas[name])
    }
  }
  return used
}
