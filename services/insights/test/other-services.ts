import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ProjectEvidence } from '@milepost/api-contracts/evidence'
import type { UtilizationReport } from '@milepost/api-contracts/timesheets'
import { serviceTokenVerifier } from '@milepost/service-kit/service-token'
import { afterAll } from 'vitest'
import { openSources } from '#work/sources.ts'
import { serviceSecret } from './harness.ts'

/** The outside world of the worker: a real HTTP server that stands for project and timesheet. */
export async function openOtherServices() {
  const verify = serviceTokenVerifier(serviceSecret)
  const evidence = new Map<string, ProjectEvidence>()
  const state = {
    /** Called before a project's evidence is answered. */
    beforeEvidence: async () => {},
    projectIsAway: false,
    utilization: undefined as UtilizationReport | undefined,
    asked: [] as { path: string; correlationId: string | undefined }[],
  }

  async function answerTo(path: string): Promise<object | undefined> {
    if (path === '/internal/v1/utilization') return state.utilization
    if (state.projectIsAway) return undefined
    await state.beforeEvidence()
    const [, id = ''] = /^\/internal\/v1\/projects\/([^/]+)\/evidence$/.exec(path) ?? []
    return evidence.get(id)
  }

  const server = createServer(async ({ url = '', headers }, response) => {
    const token = headers.authorization?.replace('Bearer ', '') ?? ''
    const correlationId = headers['x-correlation-id']
    state.asked.push({ path: url, correlationId: [correlationId].flat()[0] })
    if (verify(token) !== 'insights-service') return response.writeHead(401).end()
    const answer = await answerTo(url)
    if (!answer) return response.writeHead(503).end()
    return response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify(answer))
  })
  const baseUrl = await listen(server)
  afterAll(() => server.close())

  return {
    state,
    /** Tells about a project from now on. */
    tell: (one: ProjectEvidence, id: string) => {
      evidence.set(id, { ...one, project: { ...one.project, id } })
    },
    sources: openSources({
      projectUrl: baseUrl,
      timesheetUrl: baseUrl,
      serviceSecret,
      timeoutMs: 2_000,
    }),
  }
}

const listen = (server: Server) =>
  new Promise<string>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
    })
  })
