import { expect, test } from 'vitest'
import { z } from 'zod'
import { serviceSecret, testServer } from '#test/harness.ts'
import { callService, ServiceUnavailable } from './call-service.ts'

const { app } = await testServer()
let calls = 0
const route = { config: { access: 'service' } } as const
app.get('/internal/v1/echo', route, async (request) => ({
  caller: request.callingService,
  correlation_id: request.id,
  traceparent: request.headers.traceparent ?? null,
}))
app.post('/internal/v1/echo', route, async (request) => request.body)
app.get('/internal/v1/slow', route, async (_, reply) => {
  reply.hijack()
})
app.get('/internal/v1/broken', route, async () => {
  calls++
  throw new Error('a bug')
})
const baseUrl = await app.listen({ port: 0, host: '127.0.0.1' })

const anything = z.unknown()
const call = <Answer extends z.ZodType>(path: string, answer: Answer, changed = {}) =>
  callService({
    ...{ baseUrl, path, answer, serviceName: 'insights', serviceSecret },
    ...{ correlationId: 'req-12345678', timeoutMs: 500 },
    ...changed,
  })

test('a call says who asks, for which request, in which trace', async () => {
  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01'
  const answer = z.object({
    caller: z.string(),
    correlation_id: z.string(),
    traceparent: z.string(),
  })
  expect(await call('/internal/v1/echo', answer, { traceparent })).toEqual({
    caller: 'insights',
    correlation_id: 'req-12345678',
    traceparent,
  })
})

test('a body is sent as JSON', async () => {
  const body = { ids: [1, 2] }
  expect(await call('/internal/v1/echo', anything, { method: 'POST', body })).toEqual(body)
})

test.each([
  ['is slow', '/internal/v1/slow', {}],
  ['says 500', '/internal/v1/broken', {}],
  ['is not there', '/', { baseUrl: 'http://127.0.0.1:1' }],
  ['has no name', '/', { baseUrl: 'http://no-such-host.invalid' }],
])('a service that %s is unavailable, and uncaught that is a 503', async (_what, path, changed) => {
  const failed = call(path, anything, changed)
  await expect(failed).rejects.toBeInstanceOf(ServiceUnavailable)
  await expect(failed).rejects.toMatchObject({ status: 503, kind: 'unavailable' })
})

test('what reached the service is not asked again', async () => {
  calls = 0
  await call('/internal/v1/broken', anything).catch(() => {})
  expect(calls).toBe(1)
})

test.each([
  ['an answer that breaks its contract', '/internal/v1/echo', z.object({ caller: z.int() }), {}],
  ['an address that is not there', '/internal/v1/nothing', anything, {}],
  ['a secret that is not ours', '/internal/v1/echo', anything, { serviceSecret: 'x'.repeat(32) }],
])('%s is a bug, not an outage', async (_what, path, answer, changed) => {
  const failed = call(path, answer, changed)
  await expect(failed).rejects.toBeInstanceOf(Error)
  await expect(failed).rejects.not.toBeInstanceOf(ServiceUnavailable)
})
