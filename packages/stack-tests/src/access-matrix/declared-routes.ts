import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import type { ServiceName } from '#stack.ts'
import { routeShape } from './matrix.ts'

const openApiSchema = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) })
const folder = join(import.meta.dirname, '../../../../docs/api/openapi')
const services: readonly ServiceName[] = ['auth', 'project', 'insights', 'timesheet']

/** Every public route of every service by its shape, from the OpenAPI files that are checked to be current. */
export function readDeclaredRoutes(): Map<string, ServiceName> {
  const routes = new Map<string, ServiceName>()
  for (const service of services) {
    const text = readFileSync(join(folder, `${service}-service.yaml`), 'utf8')
    for (const [path, operations] of Object.entries(openApiSchema.parse(parse(text)).paths)) {
      if (!path.startsWith('/api/v1')) continue
      for (const method of Object.keys(operations))
        routes.set(routeShape(method.toUpperCase(), path.replace('/api/v1', '')), service)
    }
  }
  return routes
}
