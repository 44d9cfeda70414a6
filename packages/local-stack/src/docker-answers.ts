import { existsSync } from 'node:fs'
import { type RequestOptions, request } from 'node:http'

const usualSocket = process.platform === 'win32' ? '//./pipe/docker_engine' : '/var/run/docker.sock'

/** Whether a Docker engine answers, asked without loading the library that drives one. */
export async function dockerAnswers(host = process.env.DOCKER_HOST): Promise<boolean> {
  if (host?.startsWith('tcp://')) {
    const { hostname, port } = new URL(host)
    return pings({ hostname, port: port || 2375 })
  }
  const socketPath = host?.replace(/^(unix|npipe):\/\//, '') ?? usualSocket
  return existsSync(socketPath) && pings({ socketPath })
}

function pings(where: RequestOptions): Promise<boolean> {
  return new Promise((resolve) => {
    const ping = request({ ...where, path: '/_ping', timeout: 1_000 }, (response) => {
      response.resume()
      resolve(response.statusCode === 200)
    })
    ping.once('timeout', () => ping.destroy())
    ping.once('error', () => resolve(false))
    ping.end()
  })
}
