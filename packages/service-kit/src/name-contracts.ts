import { readdir } from 'node:fs/promises'
import { z } from 'zod'

/** What stands in a path, a query or a header has no name in OpenAPI. */
const isNamed = /(?<!Params|Query|Header)Schema$/

/**
 * What an OpenAPI document calls the objects of the contracts: `taskSchema` is `Task`. Only objects;
 * a date or a status says what it is where it stands.
 */
export async function nameContracts() {
  const registry = z.registry<{ id: string }>()
  const folder = new URL('.', import.meta.resolve('@milepost/api-contracts/problems'))
  const files = (await readdir(folder)).filter((name) => /^[a-z-]+\.[jt]s$/.test(name))
  for (const file of files.sort()) {
    const contracts: Record<string, unknown> = await import(new URL(file, folder).href)
    for (const [name, schema] of Object.entries(contracts)) {
      if (!(schema instanceof z.ZodObject) || !isNamed.test(name)) continue
      registry.add(schema, { id: name.charAt(0).toUpperCase() + name.slice(1, -'Schema'.length) })
    }
  }
  return registry
}
