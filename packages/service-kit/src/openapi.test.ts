import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { teamSchema } from '@milepost/api-contracts/people'
import { afterAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { testServer } from '#test/harness.ts'
import { health } from './health.ts'
import { requireIfMatch } from './if-match.ts'
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
  app.post(
    '/sign-in',
    { config: { access: 'public' }, schema: { summary: 'Sign in' } },
    async () => null,
  )
  app.delete(
    '/things/:id',
    {
      config: { access: 'signed-in' },
      preValidation: requireIfMatch,
      schema: { summary: 'Remove a thing', params: z.object({ id: z.uuid() }) },
    },
    async () => null,
  )
  app.get('/internal', { config: { access: 'service' } }, async () => null)
  app.get(
    '/teams',
    {
      config: { access: 'signed-in' },
      schema: { summary: 'Teams', response: { 200: z.object({ items: z.array(teamSchema) }) } },
    },
    async () => ({ items: [] }),
  )
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
          operationId: 'getThingsById',
          responses: {
            200: {
              description: 'OK',
              content: { 'application/json': { schema: { required: ['name'] } } },
            },
            default: { $ref: '#/components/responses/Refusal' },
          },
        },
      },
      '/sign-in': { post: { 'x-access': 'public', security: [] } },
    },
  })
  expect(Object.keys(document.paths)).toEqual(['/things/{id}', '/sign-in', '/teams'])
})

test('the same routes give the same bytes', async () => {
  expect(await write('two.yaml')).toBe(await write('three.yaml'))
})

test('what is shared is said once, under the name of its contract, and nothing unused is there', async () => {
  const { components, paths } = parse(await write('four.yaml'))
  expect(Object.keys(components.schemas)).toEqual(['Problem', 'Team'])
  expect(paths['/teams'].get.responses[200].content['application/json'].schema).toMatchObject({
    properties: { items: { items: { $ref: '#/components/schemas/Team' } } },
  })
  expect(components.responses.Refusal.content['application/problem+json'].schema).toEqual({
    $ref: '#/components/schemas/Problem',
  })
})

test('a deletion has no content, and says that it takes the version it saw', async () => {
  const { paths } = parse(await write('five.yaml'))
  expect(paths['/things/{id}'].delete).toMatchObject({
    parameters: expect.arrayContaining([
      expect.objectContaining({ in: 'header', name: 'if-match' }),
    ]),
    responses: { 204: { description: 'No Content' } },
  })
})

test('routes that do not say what they do are named, and nothing is written', async () => {
  const { app } = await testServer()
  app.get('/silent', { config: { access: 'public' } }, async () => null)
  await expect(
    writeOpenApi(app, join(dir, 'none.yaml'), { title: 'Things', version: '1' }),
  ).rejects.toThrow('routes without a summary in their schema: GET /silent')
})
