import { once } from 'node:events'
import { liveProtocol } from '@milepost/api-contracts/live'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { startGateway, until } from '#test/harness.ts'
import { openLive } from '#test/live-client.ts'
import { contributor, openLiveStage, projectA, tokenFor } from '#test/live-stage.ts'

const { redisUrl, gateway, options } = await openLiveStage()

async function statusOf(protocols: string[], headers: Record<string, string> = {}) {
  const socket = new WebSocket(`${gateway.url.replace('http', 'ws')}/ws`, protocols, { headers })
  socket.on('error', () => {})
  const opened = once(socket, 'open').then(() => 101)
  const refused = once(socket, 'unexpected-response').then(([, response]) => response.statusCode)
  const status = await Promise.race([opened, refused])
  socket.terminate()
  return status
}

test('with a token as a sub-protocol or as a header: 101; without a good one: 401 before the upgrade', async () => {
  const token = gateway.tokenOf()
  expect(await statusOf([liveProtocol, `bearer.${token}`])).toBe(101)
  expect(await statusOf([liveProtocol], { authorization: `Bearer ${token}` })).toBe(101)
  expect(await statusOf([liveProtocol])).toBe(401)
  expect(await statusOf([liveProtocol, `bearer.${token}x`])).toBe(401)
  expect(
    await statusOf([
      liveProtocol,
      `bearer.${tokenFor(uuidv7(), { lifeSeconds: 10, ageSeconds: 60 })}`,
    ]),
  ).toBe(401)
})

test('from a page of ours or from no page: 101; from another origin: 403', async () => {
  const protocols = [liveProtocol, `bearer.${gateway.tokenOf()}`]
  expect(await statusOf(protocols, { origin: gateway.url })).toBe(101)
  expect(await statusOf(protocols, { origin: 'https://evil.example' })).toBe(403)
  expect(await statusOf(protocols, { origin: 'null' })).toBe(403)
})

test('no more sockets than allowed for one person: 429', async () => {
  const few = await startGateway(redisUrl, { ...options, socketsPerUser: 2 })
  const id = uuidv7()
  await openLive(few, { id })
  await openLive(few, { id })
  await expect(openLive(few, { id })).rejects.toThrow('429')
})

test.each([
  ['what is no message', 'hello', 1008],
  [
    'a message with more than it should have',
    '{"type":"subscribe","channel":"portfolio","as":"admin"}',
    1008,
  ],
  ['a message over 16 KiB', JSON.stringify({ type: 'auth', token: 'x'.repeat(20_000) }), 1009],
])('%s closes the socket', async (_, text, code) => {
  const client = await openLive(gateway, contributor)
  client.socket.send(text)
  await until(() => client.closeCode() === code)
})

test('a flood of messages closes the socket with 4429', async () => {
  const client = await openLive(gateway, contributor)
  for (let i = 0; i < 200; i++) client.say({ type: 'unsubscribe', channel: 'portfolio' })
  await until(() => client.closeCode() === 4429)
})

test('a gateway that stops says so: 1001', async () => {
  const stopping = await startGateway(redisUrl, options)
  const client = await openLive(stopping, contributor)
  await client.subscribe(`project:${projectA}`)
  await stopping.app.close()
  await until(() => client.closeCode() === 1001)
})
