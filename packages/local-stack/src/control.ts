import { createServer } from 'node:http'
import type { Unit } from './unit.ts'

interface Control {
  url: string
  close: () => void
}

/** For tests of faults: `POST /stop/redis`, `/start/redis` and `/kill/project`, on this machine only. */
export async function openControl(units: readonly Unit[]): Promise<Control> {
  const server = createServer(async (request, response) => {
    const [, verb, name] = request.url?.split('/') ?? []
    const unit = units.find((candidate) => candidate.name === name)
    const action = unit && actionOf(unit, verb)
    if (request.method !== 'POST' || action === undefined) return response.writeHead(404).end()
    try {
      await action()
      response.writeHead(204).end()
    } catch (error) {
      response.writeHead(500).end(String(error))
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('The control has no port.')
  return { url: `http://127.0.0.1:${address.port}`, close: () => server.close() }
}

function actionOf(unit: Unit, verb: string | undefined) {
  if (verb === 'stop') return unit.stop
  if (verb === 'start') return unit.start
  if (verb === 'kill') return unit.kill
  return undefined
}
