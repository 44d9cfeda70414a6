import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { testServer } from '#test/harness.ts'
import { signAccessToken } from './authentication.ts'

const { app, lines } = await testServer()
app.patch('/things/:id', { config: { access: ['admin'] } }, async () => null)

test('a refusal is one line as well, with who asked for what', async () => {
  const sub = uuidv7()
  const email = 'someone@milepost.example'
  const token = signAccessToken(app, { sub, email, roles: ['executive'], teams: [] })
  const headers = {
    'x-correlation-id': 'refused-once',
    authorization: `Bearer ${token}`,
  }
  await app.inject({ method: 'PATCH', url: `/things/${uuidv7()}?secret=1`, headers })
  expect(lines.filter(({ correlation_id }) => correlation_id === 'refused-once')).toMatchObject([
    {
      ...{ message: 'request refused', kind: 'forbidden', method: 'PATCH' },
      ...{ route: '/things/:id', status: 403, user_id: sub, duration_ms: expect.any(Number) },
    },
  ])
})

test('a request to nowhere is logged with its path, and without its query', async () => {
  await app.inject({ url: '/nowhere?secret=1', headers: { 'x-correlation-id': 'to-nowhere' } })
  expect(lines.filter(({ correlation_id }) => correlation_id === 'to-nowhere')).toMatchObject([
    { kind: 'not-found', method: 'GET', route: '/nowhere', status: 404 },
  ])
})
