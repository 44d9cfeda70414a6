import { writeFile } from 'node:fs/promises'
import swagger from '@fastify/swagger'
import { problemSchema } from '@milepost/api-contracts/problems'
import type { FastifyInstance, FastifySchema } from 'fastify'
import fp from 'fastify-plugin'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { stringify } from 'yaml'

/** On every operation, beside what the route declares. */
const refusal = {
  description: 'A refusal (RFC 9457); the kinds are listed in docs/problems.md.',
  content: { 'application/problem+json': { schema: problemSchema } },
}

/** Gathers every route's contract into one OpenAPI 3.1 document, with who may call it as `x-access`. */
export const collectOpenApi = fp<{ service: string; version: string }>(
  async (app, { service, version }) => {
    await app.register(swagger, {
      openapi: {
        openapi: '3.1.0',
        info: { title: service, version },
        servers: [{ url: '/' }],
        components: {
          securitySchemes: {
            bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
          },
        },
      },
      transform({ schema: declared, ...route }) {
        const response = { ...responsesOf(declared), default: refusal }
        const { schema, url } = jsonSchemaTransform({
          ...route,
          schema: { ...declared, response },
        })
        const { access } = route.route.config ?? {}
        const security = access === 'public' ? [] : [{ bearer: [] }]
        return { url, schema: { ...schema, security, 'x-access': access } }
      },
      transformObject: jsonSchemaTransformObject,
    })
  },
  { name: 'openapi' },
)

function responsesOf(schema: FastifySchema | undefined): object {
  return typeof schema?.response === 'object' && schema.response !== null ? schema.response : {}
}

/** Writes the document as YAML. The same routes give the same bytes. */
export async function writeOpenApi(
  app: FastifyInstance,
  file: string | URL,
  title: string,
): Promise<void> {
  await app.ready()
  const document = app.swagger()
  document.info.title = title
  await writeFile(file, stringify(document, { aliasDuplicateObjects: false, lineWidth: 100 }))
}
