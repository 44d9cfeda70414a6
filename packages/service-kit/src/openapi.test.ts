import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { testServer } from '#test/harness.ts'
import { health } from './health.ts'
import { writeOpenApi } from './openapi.ts'

const dir = await mkdtemp(join(tmpdir(), 'openapi-'))
afterAll(() => rm(dir, { recursive: true }))

async function write(name: string): Promise<string> {
  const { app } = await testServer()
  await app.register(health, { service: 'x', version: '1', checks: {}, essential: [] })
  app.get(
    '/things/:id',
    {
      config: { access: ['admin', 'executive'] },
      schema: {
        summary: 'A thing',
        params: z.object({ id: z.uuid() }),
        response: { 200: z.object({ name: z.string() }) },
      },
    },
    async () => ({ name: 'it' }),
  )
  app.post('/sign-in', { config: { access: 'public' } }, async () => null)
  const file = join(dir, name)
  await writeOpenApi(app, file, { title: 'Things', version: '1.2.3' })
  return readFile(file, 'utf8')
}

test('the document holds every route with its access, its contract and the shape of refusals', async () => {
  const document = parse(await write('one.yaml'))
  expect(document).toMatchObject({
    openapi: '3.1.0',
    info: { title: 'Things', version: '1.2.3' },
    paths: {
      '/things/{id}': {
        get: {
          summary: 'A thing',
          'x-access': ['admin', 'executive'],
          security: [{ bearer: [] }],
          parameters: [{ name: 'id', in: 'path', required: true }],
          responses: {
            200: { content: { 'application/json': { schema: { required: ['name'] } } } },
            default: { content: { 'application/problem+json': {} } },
          },
        },
      },
      '/sign-in': { post: { 'x-access': 'public', security: [] } },
    },
  })
  expect(Object.keys(document.paths)).toEqual(['/things/{id}', '/sign-in'])
})

test('the same routes give the same bytes', async () => {
  expect(await write('two.yaml')).toBe(await write('three.yaml'))
})
