import { connect } from 'node:net'
import { problemResponses } from '@milepost/service-kit/problem-responses'
import Fastify from 'fastify'
import { afterAll, expect, test } from 'vitest'
import { bodyDeadline } from './body-deadline.ts'

const app = Fastify()
await app.register(problemResponses)
await app.register(bodyDeadline, { msMax: 50 })
app.post('/things', async () => 'kept')
app.post('/files', { config: { streamsBody: true } }, async () => 'kept')
const url = new URL(await app.listen({ port: 0, host: '127.0.0.1' }))
afterAll(() => app.close())

/** Sends half of a body; the rest when the server has been silent for longer than it waits. */
const sendSlowly = (path: string) =>
  new Promise<string>((resolve, reject) => {
    const socket = connect(Number(url.port), url.hostname)
    socket.write(
      `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\na`,
    )
    const rest = setTimeout(() => socket.write('b'), 200)
    socket.once('data', (answer) => {
      clearTimeout(rest)
      socket.destroy()
      resolve(String(answer))
    })
    socket.on('error', reject)
  })

test('408: a body that does not arrive in time, and the connection ends', async () => {
  const answer = await sendSlowly('/things')
  expect(answer).toMatch(/^HTTP\/1\.1 408 /)
  expect(answer).toMatch(/\r\nconnection: close\r\n/i)
  expect(answer).toContain('/problems/request-timeout')
})

test('where files are taken a slow body is waited for', async () => {
  expect(await sendSlowly('/files')).toMatch(/^HTTP\/1\.1 200 /)
})
