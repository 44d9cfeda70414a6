import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { openTestRedis } from '@milepost/local-stack/test-redis'
import { describe, expect, test } from 'vitest'
import { startGateway, startUpstream } from '#test/harness.ts'
import { isPlainTarget } from './strict-path.ts'

const plain = [
  '/',
  '/projects/01a20320-9957-702e-a716-0709921a56cf/board',
  '/api/v1/auth/.well-known/jwks.json',
  '/api/v1/tasks?q=50%25%20done&cursor=a/../b',
  '/a%20page',
  '/~user;v=1',
]
const tricks = [
  '',
  'http://127.0.0.1:8002/api/v1/projects',
  '//api/v1/projects',
  '/api//v1/projects',
  '/api/v1/./projects',
  '/api/v1/auth/../projects',
  '/api/v1/auth/..',
  '/api/v1/auth/..;/projects',
  '/api/v1/auth/%2e%2e/projects',
  '/api/v1/auth/%2E./projects',
  '/api/v1/auth%2f..%2fprojects',
  '/api/v1/auth%5c..%5cprojects',
  '/api/v1/auth\\..\\projects',
  '/api/v1/auth/%252e%252e/projects',
  '/api/v1/projects%00',
  '/api/v1/projects%0d%0aX-User-Id:%20x',
  '/api/v1/projects/%zz',
  '/api/v1/projects#x',
  '/api/v1/projects?a=\u00ff',
]

test.each(plain)('%s is plain', (target) => expect(isPlainTarget(target)).toBe(true))
test.each(tricks)('%s is not plain', (target) => expect(isPlainTarget(target)).toBe(false))

describe('through the gateway', async () => {
  const { url: redisUrl } = await openTestRedis()
  const upstream = await startUpstream()
  const services = { auth: [], insights: [], timesheet: [], project: [upstream.url] }
  const gateway = await startGateway(redisUrl, { upstreams: services })

  /** As it is written: fetch would put the address straight first. */
  async function ask(target: string): Promise<string> {
    const socket = connect(Number(new URL(gateway.url).port), '127.0.0.1')
    socket.write(
      `GET ${target} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${gateway.tokenOf()}\r\nConnection: close\r\n\r\n`,
      'latin1',
    )
    return text(socket)
  }

  test.each([
    ...tricks,
    '/api/v1/%70rojects',
    '/internal/v1/portfolio',
    '/api/internal/v1/portfolio',
    '/api/v1/internal/v1/portfolio',
    '/api/v1/projects/../../../internal/v1/x',
    '/metrics',
    '/api/v1/metrics',
    '/api/v1/health',
  ])('GET %s reaches no service', async (target) => {
    const answer = await ask(target)
    expect(answer).toMatch(/^HTTP\/1\.1 40[04] /)
    expect(upstream.asked).toEqual([])
  })
})
