import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { parseEnv } from '@milepost/service-kit/parse-env'
import S3rver from 's3rver'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, describe, expect, test } from 'vitest'
import { envSchema } from '#env.ts'
import { openStorage, type Storage } from './storage.ts'

const mebibyte = 1_048_576
const sizeMax = 12 * mebibyte

const folder = () => mkdtempSync(join(tmpdir(), 'milepost-storage-'))

const open = async (settings: Record<string, string>): Promise<Storage> => {
  const secret = 'a secret of at least 32 bytes, for tests'
  const env = parseEnv(envSchema, {
    ...{ DATABASE_URL: 'postgresql://nobody@127.0.0.1/none', REDIS_URL: 'redis://127.0.0.1' },
    ...{ JWT_SECRET_KEY: secret, SERVICE_SECRET_KEY: secret },
    ...settings,
  })
  const storage = await openStorage(env)
  afterAll(storage.close)
  return storage
}

const root = folder()
const files = await open({ STORAGE_ROOT: root })

const bucketRoot = folder()
const server = new S3rver({ port: 0, silent: true, directory: bucketRoot })
const { port } = await server.run()
afterAll(() => server.close())
const s3Settings = (endpoint: string) => ({
  ...{ STORAGE_DRIVER: 's3', S3_ENDPOINT: endpoint, S3_BUCKET: 'attachments' },
  ...{ S3_ACCESS_KEY_ID: 'S3RVER', S3_SECRET_ACCESS_KEY: 'S3RVER' },
})
const bucket = await open(s3Settings(`http://127.0.0.1:${port}`))

const newKey = () => `${uuidv7()}/${uuidv7()}`
/** In pieces of a size that divides nothing evenly. */
const streamOf = (content: Buffer) =>
  Readable.from(
    (function* () {
      for (let at = 0; at < content.length; at += 60_013) yield content.subarray(at, at + 60_013)
    })(),
  )
/** But for parts of uploads that were given up: s3rver cannot drop those, as it should. */
const keptIn = (directory: string) =>
  readdirSync(directory, { recursive: true, withFileTypes: true }).filter(
    (file) => file.isFile() && !file.parentPath.includes('._S3rver_uploads'),
  )

describe.each([
  ['files', files, root],
  ['bucket', bucket, bucketRoot],
])('%s', (_, storage, directory) => {
  test.each([0, 1, 100_000, 5 * mebibyte, 11 * mebibyte + 7, sizeMax])(
    'what is read is what was put: %i bytes',
    async (size) => {
      const [key, content] = [newKey(), randomBytes(size)]
      const stored = await storage.put(key, streamOf(content), { sizeMax })
      expect(stored).toEqual({
        size_bytes: size,
        sha256: createHash('sha256').update(content).digest('hex'),
      })
      expect((await buffer(await storage.get(key))).equals(content)).toBe(true)
    },
  )

  test('a second put replaces the first', async () => {
    const key = newKey()
    for (const text of ['the first, longer one', 'the second'])
      await storage.put(key, Readable.from([text]), { sizeMax })
    expect(String(await buffer(await storage.get(key)))).toBe('the second')
  })

  test('after a delete there is nothing, and deleting it again changes nothing', async () => {
    const key = newKey()
    await storage.put(key, Readable.from(['x']), { sizeMax })
    expect(await storage.exists(key)).toBe(true)
    await storage.delete(key)
    await storage.delete(key)
    expect(await storage.exists(key)).toBe(false)
    await expect(storage.get(key)).rejects.toThrow()
  })

  test.each([10, 11 * mebibyte])(
    'a byte over %i is refused with 413; nothing is kept, and the stream is left whole',
    async (limit) => {
      const [key, before] = [newKey(), keptIn(directory).length]
      const content = streamOf(randomBytes(limit + 100_000))
      await expect(storage.put(key, content, { sizeMax: limit })).rejects.toMatchObject({
        kind: 'payload-too-large',
        status: 413,
      })
      expect(await storage.exists(key)).toBe(false)
      expect(keptIn(directory)).toHaveLength(before)
      expect(content.destroyed).toBe(false)
    },
  )

  test.each([1, 7 * mebibyte])(
    'a stream that breaks off after %i bytes leaves what was there before',
    async (size) => {
      const key = newKey()
      await storage.put(key, Readable.from(['as before']), { sizeMax })
      const before = keptIn(directory).length
      const broken = Readable.from(
        (function* () {
          yield randomBytes(size)
          throw new Error('the client went away')
        })(),
      )
      await expect(storage.put(key, broken, { sizeMax })).rejects.toMatchObject({ status: 400 })
      expect(String(await buffer(await storage.get(key)))).toBe('as before')
      expect(keptIn(directory)).toHaveLength(before)
    },
  )

  test.each(['../outside', 'a/../../outside', 'a?b', ''])('key %j is refused', async (key) => {
    await expect(storage.put(key, Readable.from(['x']), { sizeMax })).rejects.toThrow()
    await expect(storage.get(key)).rejects.toThrow()
    await expect(storage.delete(key)).rejects.toThrow()
  })
})

test('puts at once into a bucket that is not there make it once', async () => {
  const fresh = await open({ ...s3Settings(`http://127.0.0.1:${port}`), S3_BUCKET: 'made-at-once' })
  const keys = Array.from({ length: 8 }, newKey)
  await Promise.all(keys.map((key) => fresh.put(key, Readable.from([key]), { sizeMax })))
  for (const key of keys) expect(String(await buffer(await fresh.get(key)))).toBe(key)
})

test('while the bucket’s server is away, 503; afterwards all is well', async () => {
  let isAway = true
  const proxy = createServer((request, response) => {
    if (isAway) return void response.writeHead(500).end()
    request.headers.host = `127.0.0.1:${port}`
    server.callback()(request, response)
  })
  await new Promise<void>((listening) => proxy.listen(0, '127.0.0.1', listening))
  afterAll(() => proxy.close())
  const address = proxy.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const storage = await open(s3Settings(`http://127.0.0.1:${address.port}`))
  const key = newKey()
  const put = () => storage.put(key, Readable.from(['x']), { sizeMax })

  await expect(put()).rejects.toMatchObject({ kind: 'unavailable', status: 503 })
  await expect(storage.exists(key)).rejects.toMatchObject({ status: 503 })
  isAway = false
  expect(await put()).toMatchObject({ size_bytes: 1 })
})

test('where nobody listens, 503 too', async () => {
  const storage = await open(s3Settings('http://127.0.0.1:1'))
  await expect(storage.get(newKey())).rejects.toMatchObject({ status: 503, retryAfterSeconds: 5 })
})

test('an access key without its secret stops the start', async () => {
  await expect(open({ S3_ACCESS_KEY_ID: 'somebody' })).rejects.toThrow('S3_SECRET_ACCESS_KEY')
})
