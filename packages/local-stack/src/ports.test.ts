import { createServer } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { envSchema } from './env.ts'
import { freePort, isFree } from './free-port.ts'
import { anyPorts, usualPorts } from './ports.ts'

const taken = createServer()
const port = await freePort()
const silent = () => {}

beforeAll(() => new Promise<void>((resolve) => void taken.listen(port, '127.0.0.1', resolve)))
afterAll(() => new Promise<void>((resolve) => void taken.close(() => resolve())))

test('a taken port of the gateway is refused, naming the port and the variable that moves it', async () => {
  const env = envSchema.parse({ GATEWAY_PORT: String(port) })
  await expect(usualPorts(env, silent)).rejects.toThrow(
    new RegExp(`Port ${port} is taken.*GATEWAY_PORT=\\d+ npm start`),
  )
})

test('a taken internal port that somebody asked for is refused too', async () => {
  const env = envSchema.parse({ GATEWAY_PORT: await freePort(), POSTGRES_PORT: port })
  await expect(usualPorts(env, silent)).rejects.toThrow(`Port ${port} is taken, and postgres`)
})

test('a port that is taken on the IPv6 side of localhost alone is not free', async () => {
  const other = createServer()
  const number = await freePort()
  const listening = new Promise<boolean>((resolve) => {
    other.once('error', () => resolve(false))
    other.listen(number, '::1', () => resolve(true))
  })
  // A machine without IPv6 has no such side.
  expect(await isFree(number)).toBe(!(await listening))
  other.close()
})

test('free ports are all different', async () => {
  const portOf = await anyPorts()
  const ports = ['gateway', 'gateway-metrics', 'auth', 'project', 'postgres', 'redis'] as const
  expect(new Set(ports.map(portOf)).size).toBe(ports.length)
})

test('a variable that is no port is named', () => {
  expect(() => envSchema.parse({ GATEWAY_PORT: 'three thousand' })).toThrow('GATEWAY_PORT')
})
