import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { testServer } from '#test/harness.ts'

const { app } = await testServer()
app.patch('/things/:id', { config: { access: ['admin'] } }, async () => 'changed')
app.get('/broken', { config: { access: 'public' } }, async () => {
  throw new Error('a bug')
})
await app.listen({ port: 0, host: '127.0.0.1' })

/** One request as it is on the wire: inject knows fewer methods than Node's parser. */
async function sendRaw(request: string): Promise<string> {
  const { port } = app.server.address() as { port: number }
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.end(request))
    let answer = ''
    socket.on('data', (chunk) => {
      answer += chunk
    })
    socket.on('close', () => resolve(answer))
    socket.on('error', reject)
  })
}

const wire = (method: string, path: string, headers = '', body = '') =>
  sendRaw(`${method} ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${headers}\r\n${body}`)

test.each([
  'GET',
  'POST',
  'PUT',
  'DELETE',
  'OPTIONS',
  'TRACE',
  'QUERY',
  'PROPFIND',
  'MKCOL',
  'SUBSCRIBE',
])('405: %s on an address without it says which methods it has', async (method) => {
  const answer = await wire(method, `/things/42`)
  expect(answer).toMatch(/^HTTP\/1\.1 405 /)
  expect(answer).toMatch(/\r\nallow: PATCH\r\n/i)
  expect(answer).toContain('/problems/method-not-allowed')
})

test('405: HEAD goes where GET goes', async () => {
  expect(await wire('HEAD', '/broken')).toMatch(/^HTTP\/1\.1 500 /)
  expect(await wire('POST', '/broken')).toMatch(/\r\nallow: GET, HEAD\r\n/i)
})

test('404: whatever is sent to an address that does not exist, the answer is the same bytes', async () => {
  const id = 'X-Correlation-ID: same-for-all\r\n'
  const json = `${id}Content-Type: application/json\r\nContent-Length: 1\r\n`
  const answers = await Promise.all([
    wire('GET', '/nothing', id),
    wire('POST', '/nothing', json, '{'),
    wire('PROPFIND', '/other/nothing', id),
    wire('QUERY', '/nothing?a=b', id),
    wire('DELETE', '/things', `${id}Authorization: Bearer nonsense\r\n`),
  ])
  const withoutDate = answers.map((answer) => answer.replace(/date: .*\r\n/i, ''))
  expect(new Set(withoutDate).size).toBe(1)
  expect(answers[0]).toMatch(/^HTTP\/1\.1 404 /)
})

test.each([
  ['a path that cannot be decoded', '/things/%zz', 400],
  ['a path that is too long', `/things/${'a'.repeat(300)}`, 414],
])('%s is a problem document', async (_what, path, status) => {
  const answer = await wire('PATCH', path)
  expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
  expect(answer).toMatch(/content-type: application\/problem\+json/i)
  expect(answer).toMatch(/x-correlation-id: /i)
})
