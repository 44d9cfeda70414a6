import { createHmac } from 'node:crypto'
import { connect, createServer as createTcpServer, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll } from 'vitest'
import { createServer } from '#create-server.ts'
import type { Log } from '#logger-options.ts'

export const jwtSecret = 'a secret of at least 32 bytes, for tests'
export const serviceSecret = 'another secret of 32 bytes, for services'

export interface LogLine {
  [field: string]: unknown
  level: string
  message: string
}

/** A server that keeps its log lines; a test adds routes and injects. */
export async function testServer() {
  const lines: LogLine[] = []
  const texts: string[] = []
  const app = await createServer({
    service: 'test-service',
    logLevel: 'DEBUG',
    jwtSecret,
    serviceSecret,
    logStream: {
      write(text) {
        texts.push(text)
        lines.push(JSON.parse(text))
      },
    },
  })
  afterAll(() => app.close())
  return { app, lines, texts }
}

/** A log that keeps what it was told. */
export function testLog() {
  const lines: { level: string; message: string; fields: object }[] = []
  const at = (level: string) => (fields: object, message: string) => {
    lines.push({ level, message, fields })
  }
  const log: Log = { debug: at('DEBUG'), info: at('INFO'), warn: at('WARNING'), error: at('ERROR') }
  return { log, lines }
}

const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')

/** A token by hand, because the library would not make most that a test needs. */
export function handmadeToken(claims: object, { secret = jwtSecret, header = {} } = {}): string {
  const signed = `${encode({ alg: 'HS256', typ: 'JWT', ...header })}.${encode(claims)}`
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`
}

/** Resolves once the condition holds, and fails the test when it does not in time. */
export async function until(
  holds: () => boolean | Promise<boolean>,
  timeoutMs = 10_000,
): Promise<void> {
  const giveUpAt = performance.now() + timeoutMs
  while (!(await holds())) {
    if (performance.now() > giveUpAt)
      throw new Error(`still not so after ${timeoutMs} ms: ${holds}`)
    await wait(10)
  }
}

/** A way to a server that can be cut, as when the server stops, and mended. */
export async function openLink(serverUrl: string) {
  const server = new URL(serverUrl)
  const sockets = new Set<Socket>()
  let isCut = false

  const link = createTcpServer((near) => {
    if (isCut) return near.destroy()
    const far = connect(Number(server.port), server.hostname)
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one)
      one.pipe(other)
      one.on('error', () => other.destroy())
      one.on('close', () => {
        sockets.delete(one)
        other.destroy()
      })
    }
  })
  await new Promise<void>((resolve) => link.listen(0, '127.0.0.1', resolve))
  const address = link.address()
  if (address === null || typeof address === 'string') throw new Error('the link has no port')

  const cut = () => {
    isCut = true
    for (const socket of sockets) socket.destroy()
  }
  afterAll(() => {
    cut()
    link.close()
  })
  const url = new URL(serverUrl)
  url.hostname = '127.0.0.1'
  url.port = String(address.port)
  return {
    url: url.href,
    cut,
    mend: () => {
      isCut = false
    },
  }
}
