import { once } from 'node:events'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo, connect, createServer as createTcpServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Role } from '@milepost/api-contracts/roles'
import { signAccessToken } from '@milepost/service-kit/authentication'
import { v7 as uuidv7 } from 'uuid'
import { afterAll } from 'vitest'
import { buildApp } from '#app.ts'
import type { GatewayDeps } from '#deps.ts'

export const jwtSecret = 'a secret of at least 32 bytes, for tests'

type Answer = (request: IncomingMessage, response: ServerResponse) => void

export interface TestUpstream {
  url: string
  server: Server
  /** What it was asked, in order; health checks left out. */
  asked: { method: string; url: string; headers: IncomingMessage['headers']; body: string }[]
  /** Takes effect with the next request. */
  answer: Answer
  /** Whether its health addresses say 200, 503, or nothing at all. */
  health: 'ready' | 'unready' | 'hangs'
}

/** A small service on a port of its own. */
export async function startUpstream(answer: Answer = sayHello): Promise<TestUpstream> {
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/health')) {
      if (upstream.health !== 'hangs') {
        response.writeHead(upstream.health === 'ready' ? 200 : 503).end('{}')
      }
      return
    }
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      const { method = '', url = '', headers } = request
      upstream.asked.push({ method, url, headers, body })
      upstream.answer(request, response)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const upstream: TestUpstream = {
    url: `http://127.0.0.1:${port}`,
    server,
    asked: [],
    answer,
    health: 'ready',
  }
  afterAll(() => stopUpstream(upstream))
  return upstream
}

export async function stopUpstream({ server }: TestUpstream): Promise<void> {
  if (!server.listening) return
  server.close()
  server.closeAllConnections()
  await once(server, 'close')
}

export async function restartUpstream({ server, url }: TestUpstream): Promise<void> {
  server.listen(Number(new URL(url).port), '127.0.0.1')
  await once(server, 'listening')
}

function sayHello(_: IncomingMessage, response: ServerResponse): void {
  response.setHeader('content-type', 'application/json')
  response.end('{"hello":"world"}')
}

/** What is answered with, as JSON. */
export const says =
  (status: number, body: unknown = {}, headers: Record<string, string> = {}): Answer =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers })
    response.end(JSON.stringify(body))
  }

/** A way to a TCP server that can be made to hang or break, without harm to others who use the server. */
export async function linkTo(target: string) {
  const { hostname, port } = new URL(target)
  const open = new Set<Socket>()
  let hanging = false
  const server = createTcpServer((near) => {
    const far = connect(Number(port), hostname)
    for (const socket of [near, far]) {
      open.add(socket)
      socket.on('error', () => socket.destroy()).on('close', () => open.delete(socket))
    }
    if (hanging) far.pause()
    near.pipe(far)
    far.pipe(near)
    near.on('close', () => far.destroy())
    far.on('close', () => near.destroy())
  })
  const listen = async (at: number) => {
    server.listen(at, '127.0.0.1')
    await once(server, 'listening')
  }
  await listen(0)
  const { port: ownPort } = server.address() as AddressInfo
  const cut = () => {
    for (const socket of open) socket.destroy()
  }
  afterAll(() => {
    cut()
    server.close()
  })
  const url = new URL(target)
  url.host = `127.0.0.1:${ownPort}`
  return {
    url: url.href,
    hang() {
      hanging = true
      for (const socket of open) socket.unpipe().pause()
    },
    /** As if the server had gone: connections end, and new ones are refused until `mend`. */
    break() {
      server.close()
      cut()
    },
    mend: () => listen(ownPort),
  }
}

/** A built web app of three files. */
export function makeWebRoot(): string {
  const root = mkdtempSync(join(tmpdir(), 'milepost-web-'))
  mkdirSync(join(root, 'assets'))
  const files = {
    'index.html': `<!doctype html><title>Milepost</title>${'<p>filler</p>'.repeat(100)}`,
    'favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'assets/app-4f2a.js': `console.log(1)//${'x'.repeat(4000)}`,
  }
  for (const [name, content] of Object.entries(files)) writeFileSync(join(root, name), content)
  return root
}

interface Claims {
  id?: string
  roles?: Role[]
  team_ids?: string[]
}

/** A gateway that listens, in front of the given services. */
export async function startGateway(redisUrl: string, overrides: Partial<GatewayDeps> = {}) {
  const nowhere = ['http://127.0.0.1:9']
  const { app, metrics } = await buildApp({
    redisUrl,
    jwtSecret,
    logLevel: 'SILENT',
    version: '0.1.0',
    webRoot: makeWebRoot(),
    openApiDir: makeWebRoot(),
    corsOrigins: [],
    requestsPerMinute: 1_000_000,
    loginsPerMinute: 1_000_000,
    socketsPerUser: 100,
    socketsPerAddress: 1000,
    demoProfile: false,
    trustProxy: false,
    tls: false,
    ...overrides,
    upstreams: {
      auth: nowhere,
      project: nowhere,
      insights: nowhere,
      timesheet: nowhere,
      ...overrides.upstreams,
    },
  })
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  afterAll(() => app.close())

  const tokenOf = ({ id = uuidv7(), roles = ['contributor'], team_ids = [] }: Claims = {}) =>
    signAccessToken(app, { sub: id, email: 'someone@milepost.example', roles, teams: team_ids })

  return {
    app,
    metrics,
    url,
    tokenOf,
    /** Below /api/v1, as somebody signed in unless the headers say otherwise. */
    ask: (path: string, init: RequestInit = {}, claims?: Claims) =>
      fetch(`${url}/api/v1${path}`, {
        ...init,
        headers: { authorization: `Bearer ${tokenOf(claims)}`, ...init.headers },
      }),
  }
}
export type TestGateway = Awaited<ReturnType<typeof startGateway>>

/** Polls until it is so; a condition, not a pause. */
export async function until(condition: () => boolean | Promise<boolean>, msMax = 10_000) {
  const deadline = performance.now() + msMax
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error('it did not come about')
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
