import { writeFile } from 'node:fs/promises'
import swagger from '@fastify/swagger'
import { problemSchema } from '@milepost/api-contracts/problems'
import Fastify, { type FastifyInstance, type FastifySchema, type HTTPMethods } from 'fastify'
import {
  jsonSchemaTransform,
  jsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod'
import { stringify } from 'yaml'

/** On every operation, beside what the route declares. */
const refusal = {
  description: 'A refusal (RFC 9457); the kinds are listed in docs/problems.md.',
  content: { 'application/problem+json': { schema: problemSchema } },
}

function responsesOf(schema: FastifySchema | undefined): object {
  return typeof schema?.response === 'object' && schema.response !== null ? schema.response : {}
}

/**
 * Writes every route's contract as one OpenAPI 3.1 document in YAML, with who may call it as
 * `x-access`. The same routes give the same bytes. A server of its own describes them, so that no
 * running service carries what only this needs.
 */
export async function writeOpenApi(
  app: FastifyInstance,
  file: string | URL,
  info: { title: string; version: string },
): Promise<void> {
  await app.ready()
  const describing = Fastify()
  describing.setValidatorCompiler(validatorCompiler)
  describing.setSerializerCompiler(serializerCompiler)
  await describing.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info,
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
  for (const { method, url, access, schema } of app.declaredRoutes) {
    describing.route({
      ...{ method: method as HTTPMethods, url, config: { access } },
      ...(schema && { schema }),
      handler: () => null,
    })
  }
  await describing.ready()
  await writeFile(
    file,
    stringify(describing.swagger(), { aliasDuplicateObjects: false, lineWidth: 100 }),
  )
}
