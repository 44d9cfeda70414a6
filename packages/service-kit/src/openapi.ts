import { writeFile } from 'node:fs/promises'
import swagger from '@fastify/swagger'
import { ifMatchHeaderSchema } from '@milepost/api-contracts/common'
import Fastify, { type FastifyInstance, type HTTPMethods } from 'fastify'
import {
  createJsonSchemaTransform,
  createJsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod'
import { stringify } from 'yaml'
import { nameContracts } from './name-contracts.ts'
import { operationId, tagOf } from './operation-names.ts'
import { type OpenApiDocument, polish } from './polish-openapi.ts'

/**
 * Writes every public route's contract as one OpenAPI 3.1 document in YAML, with who may call it as
 * `x-access`. The same routes give the same bytes. A server of its own describes them, so that no
 * running service carries what only this needs. Throws for routes that do not say what they do.
 */
export async function writeOpenApi(
  app: FastifyInstance,
  file: string | URL,
  info: { title: string; version: string },
): Promise<void> {
  await app.ready()
  const routes = app.declaredRoutes.filter(
    ({ access, schema }) => access !== 'service' && !schema?.hide,
  )
  const silent = routes.filter(({ schema }) => !schema?.summary)
  if (silent.length > 0) {
    const names = silent.map(({ method, url }) => `${method} ${url}`)
    throw new Error(`routes without a summary in their schema: ${names.join(', ')}`)
  }

  const schemaRegistry = await nameContracts()
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
    transform: createJsonSchemaTransform({ schemaRegistry }),
    transformObject: createJsonSchemaTransformObject({ schemaRegistry }),
  })
  for (const { method, url, access, schema, feature, takesIfMatch } of routes) {
    describing.route({
      ...{ method: method as HTTPMethods, url },
      schema: {
        ...(takesIfMatch && { headers: ifMatchHeaderSchema }),
        ...schema,
        tags: [tagOf(feature)],
        operationId: operationId(method, url),
        security: access === 'public' ? [] : [{ bearer: [] }],
        'x-access': access,
      } as object,
      handler: () => null,
    })
  }
  await describing.ready()
  // As plain JSON: the library's type is of every OpenAPI version at once.
  const document: OpenApiDocument = JSON.parse(JSON.stringify(describing.swagger()))
  await writeFile(
    file,
    stringify(polish(document), { aliasDuplicateObjects: false, lineWidth: 100 }),
  )
}
