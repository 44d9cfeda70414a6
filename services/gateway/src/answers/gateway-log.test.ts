import Fastify from 'fastify'
import { expect, test } from 'vitest'
import { GatewayLog } from './gateway-log.ts'

const lines: Record<string, unknown>[] = []
const app = Fastify({
  logger: { level: 'info', stream: { write: (line: string) => lines.push(JSON.parse(line)) } },
  logController: new GatewayLog(),
})
for (const url of ['/api/v1/tasks/*', '/health', '/*']) app.get(url, async () => null)

test('a request of the API is one line, by its pattern; files and probes are none', async () => {
  for (const url of ['/api/v1/tasks/1?token=x', '/health', '/assets/app.js']) await app.inject(url)
  expect(lines).toMatchObject([{ method: 'GET', route: '/api/v1/tasks/*', status: 200 }])
  expect(JSON.stringify(lines)).not.toContain('token=x')
})
