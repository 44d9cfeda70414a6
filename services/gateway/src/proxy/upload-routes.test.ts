import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openTestRedis } from '@milepost/local-stack/test-redis'
import { afterAll, expect, test } from 'vitest'
import { startGateway, until } from '#test/harness.ts'

const { url: redisUrl } = await openTestRedis()
const path = '/api/v1/tasks/01a20320-9957-702e-a716-0709921a56cf/attachments'
const mebibyte = Buffer.alloc(2 ** 20, 'x')

/** A gateway before a service that reads bodies as it likes, and somebody who sends it a file. */
async function startUpload(onRequest: (body: IncomingMessage, response: ServerResponse) => void) {
  const server = createServer(onRequest).listen(0, '127.0.0.1')
  await once(server, 'listening')
  afterAll(() => server.close())
  const { port } = server.address() as AddressInfo
  const gateway = await startGateway(redisUrl, {
    upstreams: { project: [`http://127.0.0.1:${port}`], auth: [], insights: [], timesheet: [] },
  })
  const sending = request(`${gateway.url}${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${gateway.tokenOf()}`,
      'content-type': 'multipart/form-data; boundary=x',
    },
  })
  sending.on('error', () => {})
  return { sending, gateway }
}

test('a file larger than any body reaches its service whole, and its first bytes before its last', async () => {
  let received = 0
  const { sending } = await startUpload((body, response) => {
    body.on('data', (chunk: Buffer) => {
      received += chunk.length
    })
    body.on('end', () => response.writeHead(201).end('kept'))
  })
  sending.write(mebibyte)
  await until(() => received === mebibyte.length)
  for (let i = 0; i < 5; i++) sending.write(mebibyte)
  sending.end()
  const [response] = (await once(sending, 'response')) as [IncomingMessage]
  expect(response.statusCode).toBe(201)
  expect(received).toBe(6 * mebibyte.length)
})

test('a file that is refused in the middle: the sender hears why', async () => {
  const { sending } = await startUpload((body, response) => {
    body.once('data', () => response.writeHead(413).end('too large'))
  })
  for (let i = 0; i < 8; i++) sending.write(mebibyte)
  const [response] = (await once(sending, 'response')) as [IncomingMessage]
  expect(response.statusCode).toBe(413)
  sending.destroy()
})

test('a sender that goes away in the middle: the service is not left waiting', async () => {
  let brokeOff = false
  const { sending } = await startUpload((body) => {
    body.on('error', () => {
      brokeOff = true
    })
    body.once('data', () => sending.destroy())
  })
  sending.write(mebibyte)
  await until(() => brokeOff)
})

test('what a service forbids a browser to do holds beside what the gateway forbids', async () => {
  const { sending, gateway } = await startUpload((_, response) => {
    response.writeHead(200, { 'content-security-policy': 'sandbox' }).end('{}')
  })
  sending.destroy()
  const policy = (await gateway.ask('/attachments/1')).headers.get('content-security-policy')
  expect(policy).toMatch(/^default-src 'self';.*, sandbox$/)
})
